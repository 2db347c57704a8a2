package org.tocsin.app.matter.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.app.matter.StateMap;

/** Shows the table of states to the room's doors. */
@Configuration(proxyBeanMethods = false)
class StateBeans {
  @Bean
  StateMap stateMap(StatePack pack) {
    return pack.map();
  }
}
