package org.tocsin.app.foundation.internal.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the interface at {@code /v3/api-docs}, from which clients are generated. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfig {
  @Bean
  ModelConverter recordSchemas() {
    return new RecordSchemas();
  }

  @Bean
  OpenAPI description(@Value("${tocsin.version:dev}") String version) {
    return new OpenAPI().info(new Info().title("Tocsin").version(version));
  }
}
