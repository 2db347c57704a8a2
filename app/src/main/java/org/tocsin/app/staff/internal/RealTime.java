package org.tocsin.app.staff.internal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.app.foundation.Packs;

/**
 * The clock of signing in, and its policy.
 *
 * <p>Locks, idle screens, sessions and one-time codes run on real time, not on the instance's
 * clock. A driven clock belongs to whoever runs the exercise: a replay would pass the ten minutes
 * of a lock in a blink, a clock that stands would never unlock anybody, and an authenticator app
 * knows nothing of either. The bean is never picked by type, so that nobody gets it by accident
 * where the instance's clock is meant.
 */
@Configuration(proxyBeanMethods = false)
public class RealTime {
  /** The name to ask for it by. */
  public static final String CLOCK = "realTimeClock";

  @Bean(name = CLOCK, defaultCandidate = false)
  Clock realTimeClock() {
    return Clock.systemUTC();
  }

  @Bean
  SignInPolicy signInPolicy(Packs packs) {
    return packs.read("sign-in.yaml", SignInPolicy.class);
  }
}
