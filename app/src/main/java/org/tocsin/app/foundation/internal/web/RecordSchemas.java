package org.tocsin.app.foundation.internal.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Id;

/**
 * Describes records as they go over the wire, so that a typed client can be generated: ids are
 * UUIDs, what the compiler knows as never null is required, what may be null says so, and a nested
 * record carries the name of the class around it, so that two rooms' {@code Late} stay apart.
 *
 * <p>The library's own resolver reads beans by another JSON library than ours and knows neither our
 * ids nor nullness; it still gets every type that is not named here.
 */
final class RecordSchemas implements ModelConverter {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Map<Class<?>, List<String>> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, List.of("string")),
          Map.entry(UUID.class, List.of("string", "uuid")),
          Map.entry(Instant.class, List.of("string", "date-time")),
          Map.entry(LocalDate.class, List.of("string", "date")),
          Map.entry(int.class, List.of("integer", "int32")),
          Map.entry(Integer.class, List.of("integer", "int32")),
          Map.entry(long.class, List.of("integer", "int64")),
          Map.entry(Long.class, List.of("integer", "int64")),
          Map.entry(double.class, List.of("number", "double")),
          Map.entry(Double.class, List.of("number", "double")),
          Map.entry(boolean.class, List.of("boolean")),
          Map.entry(Boolean.class, List.of("boolean")));

  private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Schema<?> known = schema(type.getType(), Map.of(), context);
    return known != null || !chain.hasNext() ? known : chain.next().resolve(type, context, chain);
  }

  /** The schema of a type that is described here, or null if it is not. */
  private @Nullable Schema<?> schema(
      Type type, Map<TypeVariable<?>, Type> bound, ModelConverterContext context) {
    Type real = type instanceof TypeVariable<?> v ? bound.getOrDefault(v, Object.class) : type;
    if (real instanceof WildcardType wildcard) {
      return schema(wildcard.getUpperBounds()[0], bound, context);
    }
    if (real instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      return generic(raw, generic.getActualTypeArguments(), bound, context);
    }
    return real instanceof Class<?> raw ? plain(raw, context) : null;
  }

  private @Nullable Schema<?> plain(Class<?> raw, ModelConverterContext context) {
    List<String> plain = PLAIN.get(raw);
    if (plain != null) {
      return typed(plain.getFirst(), plain.size() > 1 ? plain.get(1) : null);
    }
    if (Id.class.isAssignableFrom(raw)) {
      return typed("string", "uuid");
    }
    if (raw.isEnum()) {
      Schema<Object> schema = typed("string", null);
      Arrays.stream(raw.getEnumConstants())
          .forEach(one -> schema.addEnumItemObject(((Enum<?>) one).name()));
      return schema;
    }
    return raw.isRecord() ? reference(raw, raw.getSimpleName(), Map.of(), context) : null;
  }

  private @Nullable Schema<?> generic(
      Class<?> raw,
      Type[] arguments,
      Map<TypeVariable<?>, Type> bound,
      ModelConverterContext context) {
    if (Collection.class.isAssignableFrom(raw)) {
      return typed("array", null).items(orAnything(arguments[0], bound, context));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return typed("object", null).additionalProperties(orAnything(arguments[1], bound, context));
    }
    if (!raw.isRecord()) {
      return null;
    }
    Map<TypeVariable<?>, Type> inner = new ConcurrentHashMap<>();
    StringBuilder name = new StringBuilder(raw.getSimpleName());
    for (int i = 0; i < arguments.length; i++) {
      Type argument =
          arguments[i] instanceof TypeVariable<?> v
              ? bound.getOrDefault(v, Object.class)
              : arguments[i];
      inner.put(raw.getTypeParameters()[i], argument);
      name.append(argument instanceof Class<?> c ? outerName(c) : "Object");
    }
    return reference(raw, name.toString(), inner, context);
  }

  private Schema<?> orAnything(
      Type type, Map<TypeVariable<?>, Type> bound, ModelConverterContext context) {
    Schema<?> known = schema(type, bound, context);
    return known == null ? new JsonSchema() : known;
  }

  private Schema<?> reference(
      Class<?> raw,
      String simple,
      Map<TypeVariable<?>, Type> bound,
      ModelConverterContext context) {
    String name = uniqueName(raw, bound.isEmpty() ? outerName(raw) : simple);
    if (!context.getDefinedModels().containsKey(name)) {
      Schema<Object> schema = typed("object", null);
      // Named before it is filled: a record may hold itself.
      context.defineModel(name, schema);
      for (RecordComponent component : raw.getRecordComponents()) {
        add(schema, component, bound, context);
      }
    }
    return new JsonSchema().$ref(SCHEMAS + name);
  }

  private void add(
      Schema<Object> schema,
      RecordComponent component,
      Map<TypeVariable<?>, Type> bound,
      ModelConverterContext context) {
    String name = wireName(component);
    Schema<?> value = orAnything(component.getGenericType(), bound, context);
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      schema.addProperty(name, orNull(value));
    } else {
      schema.addProperty(name, value);
      schema.addRequiredItem(name);
    }
  }

  private static Schema<?> orNull(Schema<?> value) {
    if (value.get$ref() != null) {
      return new JsonSchema().oneOf(List.of(value, typed("null", null)));
    }
    if (value.getTypes() != null) {
      Set<String> types = new LinkedHashSet<>(value.getTypes());
      types.add("null");
      value.setTypes(types);
    }
    if (value.getEnum() != null) {
      return new JsonSchema().oneOf(List.of(withoutNull(value), typed("null", null)));
    }
    return value;
  }

  private static Schema<?> withoutNull(Schema<?> value) {
    value.setTypes(new LinkedHashSet<>(List.of("string")));
    return value;
  }

  /** The name on the wire: the component's own, or the one that its constructor parameter bears. */
  private static String wireName(RecordComponent component) {
    Class<?> owner = component.getDeclaringRecord();
    List<String> names =
        Arrays.stream(owner.getRecordComponents()).map(RecordComponent::getName).toList();
    int index = names.indexOf(component.getName());
    Stream<AnnotatedElement> places =
        Arrays.stream(owner.getDeclaredConstructors())
            .filter(one -> one.getParameterCount() == names.size())
            .map(Constructor::getParameters)
            .map(parameters -> parameters[index]);
    return places
        .map(place -> place.getAnnotation(JsonProperty.class))
        .filter(property -> property != null && !property.value().isEmpty())
        .map(JsonProperty::value)
        .findFirst()
        .orElse(component.getName());
  }

  private static String outerName(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
  }

  /** Two rooms may use one word: the second then bears its package. */
  private String uniqueName(Class<?> raw, String name) {
    Class<?> first = taken.putIfAbsent(name, raw);
    if (first == null || first == raw) {
      return name;
    }
    String room = raw.getPackageName().replaceFirst("^org\\.tocsin\\.(app\\.)?", "");
    String word = room.replaceFirst("\\..*", "");
    return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1) + name;
  }

  private static Schema<Object> typed(String type, @Nullable String format) {
    Schema<Object> schema = new JsonSchema();
    schema.setTypes(new LinkedHashSet<>(List.of(type)));
    schema.setFormat(format);
    return schema;
  }
}
