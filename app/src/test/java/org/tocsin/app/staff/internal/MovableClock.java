package org.tocsin.app.staff.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Real time that a test can move on. */
public final class MovableClock extends Clock {
  private volatile Duration ahead = Duration.ZERO;

  /** Moves on. */
  public void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  /** Puts it in the place of the real clock of signing in. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class InPlaceOfRealTime {
    @Bean(defaultCandidate = false)
    static MovableClock movableClock() {
      return new MovableClock();
    }

    @Bean
    static BeanPostProcessor movableInPlaceOfReal(@Qualifier("movableClock") MovableClock movable) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return name.equals(RealTime.CLOCK) ? movable : bean;
        }
      };
    }
  }
}
