package org.tocsin.matters.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema for editors and the reader agree: on every shipped file, and on broken ones. */
class SchemaTest {
  private static final Path PACKS = Path.of("../packs/matters");
  private static final int MUTANTS = Integer.getInteger("tocsin.schema.mutants", 15);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(JSON.readTree(Files.readString(PACKS.resolve("schema.json"))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  private static boolean fitsSchema(Object tree) {
    JsonNode node = JSON.valueToTree(tree);
    return SCHEMA.validate(node).isEmpty();
  }

  private static List<Defect> shape(Object tree) {
    String yaml = new Dump(DumpSettings.builder().build()).dumpToString(tree);
    return Declarations.shape("mutant.yaml", yaml);
  }

  @Test
  void theSampleFits() {
    Object tree = load(Sample.text());
    assertThat(SCHEMA.validate((JsonNode) JSON.valueToTree(tree))).isEmpty();
    assertThat(shape(tree)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyShippedFileAndItsMutants() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>(Map.of("sample", Sample.text()));
    try (Stream<Path> files = Files.list(PACKS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> agree(e.getKey(), e.getValue())));
  }

  private static void agree(String name, String text) {
    assertThat(SCHEMA.validate((JsonNode) JSON.valueToTree(load(text)))).as(name).isEmpty();
    assertThat(Declarations.shape(name, text)).isEmpty();
    int refused = 0;
    for (int i = 0; i < MUTANTS; i++) {
      long seed = name.hashCode() * 31L + i;
      Object tree = load(text);
      String how = new Mutation(new Random(seed)).of(tree);
      List<Defect> defects = shape(tree);
      assertThat(fitsSchema(tree))
          .as("%s, seed %d: %s; the reader says %s", name, seed, how, defects)
          .isEqualTo(defects.isEmpty());
      refused += defects.isEmpty() ? 0 : 1;
    }
    assertThat(refused).as("mutants refused").isGreaterThan(MUTANTS / 5);
  }

  /** Breaks one place of a tree. */
  private static final class Mutation {
    private final Random random;

    Mutation(Random random) {
      this.random = random;
    }

    @SuppressWarnings("unchecked")
    String of(Object root) {
      List<Object> inner = new ArrayList<>();
      gather(root, inner);
      Object at = inner.get(random.nextInt(inner.size()));
      return at instanceof Map<?, ?> map
          ? inMap((Map<Object, Object>) map)
          : inList((List<Object>) at);
    }

    private static void gather(Object at, List<Object> inner) {
      if (at instanceof Map<?, ?> map && !map.isEmpty()) {
        inner.add(map);
        map.values().forEach(v -> gather(v, inner));
      } else if (at instanceof List<?> list && !list.isEmpty()) {
        inner.add(list);
        list.forEach(v -> gather(v, inner));
      }
    }

    private String inMap(Map<Object, Object> map) {
      List<Object> keys = List.copyOf(map.keySet());
      Object key = keys.get(random.nextInt(keys.size()));
      switch (random.nextInt(4)) {
        case 0 -> {
          map.remove(key);
          return "removed " + key;
        }
        case 1 -> {
          map.put("nonsense Key", "x");
          return "added a key beside " + key;
        }
        case 2 -> {
          Object value = map.remove(key);
          map.put(key + "s", value);
          return "renamed " + key;
        }
        default -> {
          Object value = other();
          map.put(key, value);
          return key + " = " + value;
        }
      }
    }

    private String inList(List<Object> list) {
      int i = random.nextInt(list.size());
      Object value = other();
      list.set(i, value);
      return "[" + i + "] = " + value;
    }

    private Object other() {
      return switch (random.nextInt(9)) {
        case 0 -> 7;
        case 1 -> -1;
        case 2 -> true;
        case 3 -> "word";
        case 4 -> "中 | E";
        case 5 -> List.of("a");
        case 6 -> Map.of("days", 3);
        case 7 -> " ";
        default -> List.of();
      };
    }
  }
}
