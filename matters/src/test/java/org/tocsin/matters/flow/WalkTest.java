package org.tocsin.matters.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.check.Declarations;
import org.tocsin.matters.check.Known;
import org.tocsin.matters.check.Sample;

/**
 * Walks every declaration with random acts by random people ({@link Walk}). {@code
 * -Dtocsin.walk.acts=10000} walks further.
 */
class WalkTest {
  private static final int ACTS = Integer.getInteger("tocsin.walk.acts", 700);
  private static final long SEED = Long.getLong("tocsin.walk.seed", 45L);
  private static final Path SHIPPED = Path.of("../packs/matters");

  @TestFactory
  Stream<DynamicTest> everyDeclaration() throws IOException {
    List<MatterKind> kinds = new ArrayList<>(List.of(Sample.kind()));
    if (Files.isDirectory(SHIPPED)) {
      kinds.addAll(Declarations.read(SHIPPED, Known.NONE).kinds());
    }
    return kinds.stream()
        .map(k -> DynamicTest.dynamicTest(k.code(), () -> new Walk(k, SEED).walk(ACTS)));
  }
}
