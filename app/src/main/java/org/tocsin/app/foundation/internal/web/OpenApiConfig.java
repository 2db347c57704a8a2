package org.tocsin.app.foundation.internal.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tocsin.kernel.Id;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the API description what the types tell the compiler: ids are UUIDs, and what is not
 * nullable is always there.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfig {
  @Bean
  ModelConverter recordSchemas(JsonMapper json) {
    return new RecordSchemas(json);
  }

  private static final class RecordSchemas implements ModelConverter {
    private final JsonMapper json;

    RecordSchemas(JsonMapper json) {
      this.json = json;
    }

    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      JavaType java = json.constructType(type.getType());
      if (Id.class.isAssignableFrom(java.getRawClass())) {
        return chain.next().resolve(type.type(UUID.class), context, chain);
      }
      Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
      if (schema != null && java.getRawClass().isRecord()) {
        Schema<?> defined = defined(schema, context);
        if (defined != null && defined.getProperties() != null) {
          for (RecordComponent component : java.getRawClass().getRecordComponents()) {
            require(defined, component);
          }
        }
      }
      return schema;
    }

    private static @Nullable Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
      String reference = schema.get$ref();
      return reference == null
          ? schema
          : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void require(Schema<?> schema, RecordComponent component) {
      boolean known = schema.getProperties().containsKey(component.getName());
      boolean required =
          schema.getRequired() != null && schema.getRequired().contains(component.getName());
      if (known && !required && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        schema.addRequiredItem(component.getName());
      }
    }
  }
}
