package org.tocsin.app.foundation.internal.web;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.ClockDriver;
import org.tocsin.app.foundation.Permission;
import org.tocsin.kernel.InstanceClock;

/**
 * For the driver of an exercise: the clock, and whether everything that was accepted has been
 * worked through.
 */
@RestController
class ClockController {
  record ClockView(Instant now, boolean driven, double rate) {}

  record Move(@NotNull Instant instant, double rate) {}

  record Quiet(boolean quiet, long pending) {}

  private final InstanceClock clock;
  private final ClockDriver driver;
  private final JdbcClient jdbc;

  ClockController(InstanceClock clock, ClockDriver driver, JdbcClient jdbc) {
    this.clock = clock;
    this.driver = driver;
    this.jdbc = jdbc;
  }

  @GetMapping("/api/exercise/clock")
  ClockView clock() {
    Acting.current();
    return new ClockView(clock.instant(), clock.isDriven(), clock.rate());
  }

  @PutMapping("/api/exercise/clock")
  ClockView move(@RequestBody @jakarta.validation.Valid Move move) {
    Acting.require(Permission.EXERCISE_RUN);
    driver.drive(move.instant(), move.rate());
    return clock();
  }

  @GetMapping("/api/exercise/quiet")
  Quiet quiet() {
    Acting.require(Permission.EXERCISE_RUN);
    long pending =
        jdbc.sql("select count(*) from foundation.event_publication where completion_date is null")
            .query(Long.class)
            .single();
    return new Quiet(pending == 0, pending);
  }
}
