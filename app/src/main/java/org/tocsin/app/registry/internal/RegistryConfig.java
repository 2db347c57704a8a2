package org.tocsin.app.registry.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.registry.RoadSpeeds;

@Configuration
class RegistryConfig {
  @Bean
  RoadSpeeds roadSpeeds(Packs packs) {
    return packs.read("road-speeds.yaml", RoadSpeeds.class);
  }
}
