package org.tocsin.matters.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.tocsin.matters.check.Declarations;
import org.tocsin.matters.check.Known;
import org.tocsin.matters.check.Sample;

/**
 * Tries the prover against the engine: declarations broken at random are either refused, or what a
 * walk over them meets is in order. The prover must never throw. {@code -Dtocsin.mutants=N}: more.
 */
class MutantWalkTest {
  private static final int MUTANTS = Integer.getInteger("tocsin.mutants", 12);
  private static final int ACTS = 120;
  private static final Path SHIPPED = Path.of("../packs/matters");

  @Test
  void whatIsProvedCanBeLived() throws IOException {
    List<String> texts = new ArrayList<>(List.of(Sample.text()));
    try (Stream<Path> files = Files.list(SHIPPED)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    int proved = 0;
    int refused = 0;
    for (String text : texts) {
      for (int i = 0; i < MUTANTS; i++) {
        long seed = text.hashCode() * 31L + i;
        String mutant = mutant(text, new Random(seed));
        Declarations read = Declarations.readText("mutant.yaml", mutant, Known.NONE);
        if (read.kinds().isEmpty()) {
          assertThat(read.defects()).isNotEmpty();
          refused++;
        } else {
          proved++;
          try {
            new Walk(read.kinds().getFirst(), seed).stroll(ACTS);
          } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + " of " + read.kinds().getFirst().code(), e);
          }
        }
      }
    }
    assertThat(proved).as("mutants proved").isPositive();
    assertThat(refused).as("mutants refused").isGreaterThan(proved);
  }

  /** Breaks what keeps the loop closed: one to three changes. */
  private static String mutant(String text, Random random) {
    @SuppressWarnings("unchecked")
    Map<String, Object> tree =
        (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      change(tree, random);
    }
    return new Dump(DumpSettings.builder().build()).dumpToString(tree);
  }

  private static void change(Map<String, Object> tree, Random random) {
    List<String> states = List.copyOf(inner(tree, "states").keySet());
    Map<String, Object> transition = any(tree, "transitions", random);
    switch (random.nextInt(9)) {
      case 0 ->
          transition.remove(pick(List.of("confirms", "work", "answers", "proof", "asks"), random));
      case 1 -> transition.put(pick(List.of("work", "confirms"), random), true);
      case 2 -> transition.put("to", pick(states, random));
      case 3 -> transition.put("from", List.of(pick(states, random), pick(states, random)));
      case 4 -> inner(transition, "by").remove("not");
      case 5 ->
          inner(transition, "by").put("not", List.of(pick(List.of("workers", "raiser"), random)));
      case 6 -> any(tree, "states", random).remove("waives");
      case 7 -> any(tree, "clocks", random).put("in", List.of(pick(states, random)));
      default ->
          any(tree, "clocks", random)
              .put("expiry", pick(List.copyOf(inner(tree, "transitions").keySet()), random));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> inner(Map<String, Object> tree, String key) {
    return (Map<String, Object>) tree.getOrDefault(key, Map.of());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> any(Map<String, Object> tree, String key, Random random) {
    return (Map<String, Object>) pick(List.copyOf(inner(tree, key).values()), random);
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
