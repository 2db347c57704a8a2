package org.tocsin.app.foundation.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.kernel.Id;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;

/** Ids in JSON are their UUID as text, both ways, for every record that is an {@link Id}. */
@Component
class IdJsonModule extends SimpleModule {
  IdJsonModule() {
    super("tocsin-ids");
    addSerializer(Id.class, new Writer());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(
        new SimpleDeserializers() {
          @Override
          public @Nullable ValueDeserializer<?> findBeanDeserializer(
              JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            Class<?> raw = type.getRawClass();
            return Id.class.isAssignableFrom(raw) && raw != Id.class ? new Reader(raw) : null;
          }

          @Override
          public boolean hasDeserializerFor(DeserializationConfig config, Class<?> raw) {
            return Id.class.isAssignableFrom(raw) && raw != Id.class;
          }
        });
  }

  private static final class Writer extends ValueSerializer<Id> {
    @Override
    public void serialize(Id id, JsonGenerator out, SerializationContext context) {
      out.writeString(id.value().toString());
    }
  }

  private static final class Reader extends ValueDeserializer<Object> {
    private final Class<?> type;
    private final MethodHandle make;

    Reader(Class<?> type) {
      this.type = type;
      try {
        this.make =
            MethodHandles.publicLookup()
                .findConstructor(type, MethodType.methodType(void.class, UUID.class));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " is an Id without a public (UUID) constructor", e);
      }
    }

    @Override
    public @Nullable Object deserialize(JsonParser in, DeserializationContext context) {
      String text = in.getValueAsString();
      try {
        return make.invoke(UUID.fromString(String.valueOf(text)));
      } catch (IllegalArgumentException e) {
        return context.handleWeirdStringValue(type, String.valueOf(text), "not a UUID");
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
