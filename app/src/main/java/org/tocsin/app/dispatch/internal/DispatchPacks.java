package org.tocsin.app.dispatch.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.app.foundation.Packs;

/** Reads and checks the room's packs at start; a defect keeps the instance from starting. */
@Configuration(proxyBeanMethods = false)
class DispatchPacks {
  @Bean
  AssignmentStates assignmentStates(Packs packs) {
    return new AssignmentStates(packs.read(AssignmentStates.FILE, AssignmentStates.File.class));
  }

  @Bean
  UnitTypes unitTypes(Packs packs) {
    return new UnitTypes(packs.read(UnitTypes.FILE, UnitTypes.File.class));
  }

  @Bean
  RunCards runCards(Packs packs, UnitTypes types) {
    return new RunCards(packs.read(RunCards.FILE, RunCards.File.class), types);
  }

  @Bean
  TimerRules timerRules(Packs packs) {
    return new TimerRules(packs.read(TimerRules.FILE, TimerRules.File.class));
  }

  @Bean
  DispatchPolicy dispatchPolicy(Packs packs) {
    return packs.read(DispatchPolicy.FILE, DispatchPolicy.class);
  }
}
