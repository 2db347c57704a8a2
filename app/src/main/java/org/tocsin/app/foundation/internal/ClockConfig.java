package org.tocsin.app.foundation.internal;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.tocsin.kernel.InstanceClock;

/** The instance's clock, by configuration. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ClockConfig {
  /**
   * A driven clock starts where it was last known to stand, by itself or by the last recorded
   * change, so that a restart never takes time back.
   */
  @Bean
  InstanceClock instanceClock(
      @Value("${tocsin.clock.mode:system}") String mode,
      @Value("${tocsin.clock.start:1970-01-01T00:00:00Z}") Instant start,
      @Value("${tocsin.zone:Asia/Shanghai}") ZoneId zone,
      JdbcClient jdbc) {
    return switch (mode) {
      case "system" -> InstanceClock.system(zone);
      case "driven" -> {
        Instant seen =
            jdbc.sql(
                    """
                    select greatest((select at from foundation.driven_clock),
                      (select max(at) from foundation.audit_entry
                        where seq > (select audit_seq - 1000 from foundation.ledger_head)))
                    """)
                .query(
                    (row, i) ->
                        row.getTimestamp(1) == null ? start : row.getTimestamp(1).toInstant())
                .single();
        yield InstanceClock.driven(seen.isAfter(start) ? seen : start, zone);
      }
      default ->
          throw new IllegalArgumentException(
              "tocsin.clock.mode is 'system' or 'driven' but was '" + mode + "'");
    };
  }
}
