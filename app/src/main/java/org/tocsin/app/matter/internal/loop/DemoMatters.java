package org.tocsin.app.matter.internal.loop;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.MatterProofs;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.Matters;
import org.tocsin.app.matter.ProofId;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.DemoPeople;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;

/**
 * The matters of a demonstration, from {@code packs/matter-examples.yaml}: raised once, at the
 * first start, by its officers and through the door that everybody uses.
 */
@Component
class DemoMatters {
  /** An act that follows at once. */
  record Then(
      String act, String by, @Nullable List<String> proof, Map<String, @Nullable Object> fields) {}

  /**
   * One example.
   *
   * @param by a sign-in name
   * @param in code of the agency that handles it
   * @param here where who raises it stands, if the kind asks for a stamp of place and time
   */
  record Example(
      String kind,
      String by,
      String in,
      @Nullable List<String> proof,
      MatterView.@Nullable Spot here,
      Map<String, @Nullable Object> fields,
      @Nullable List<Then> then) {}

  record Pack(List<Example> examples) {}

  private static final Logger LOG = LoggerFactory.getLogger(DemoMatters.class);
  private final DemoPeople people;
  private final Packs packs;
  private final Matters matters;
  private final MatterProofs proofs;
  private final Agencies agencies;
  private final InstanceClock clock;
  private final JdbcClient jdbc;

  DemoMatters(
      DemoPeople people,
      Packs packs,
      Matters matters,
      MatterProofs proofs,
      Agencies agencies,
      InstanceClock clock,
      JdbcClient jdbc) {
    this.people = people;
    this.packs = packs;
    this.matters = matters;
    this.proofs = proofs;
    this.agencies = agencies;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  @EventListener(ApplicationReadyEvent.class)
  void raiseOnce() {
    if (people.on() && !anyThere()) {
      Thread.ofVirtual().name("demo-matters").start(this::raiseAll);
    }
  }

  private boolean anyThere() {
    return jdbc.sql("select exists (select from matter.loop_matter)").query(Boolean.class).single();
  }

  private void raiseAll() {
    Pack pack = packs.read("matter-examples.yaml", Pack.class);
    DemoSheet sheet = new DemoSheet(people, agencies, clock.instant(), clock.getZone());
    for (Example example : pack.examples()) {
      try {
        raise(example, sheet);
      } catch (Problem | IllegalStateException refused) {
        // The other examples are worth showing all the same.
        LOG.warn("the example of {} was refused: {}", example.kind(), refused.getMessage());
      }
    }
  }

  private void raise(Example example, DemoSheet sheet) {
    Actor by = actor(example.by());
    MatterView raised =
        Acting.as(
            by,
            () ->
                matters.raise(
                    new Matters.NewMatter(
                        example.kind(),
                        agencies.byCode(example.in()).orElseThrow().id(),
                        sheet.fields(example.fields()),
                        List.of(),
                        proofs(null, example.proof()),
                        example.here()),
                    null));
    List<Then> then = example.then() == null ? List.of() : example.then();
    for (Then next : then) {
      long version = raised.version();
      MatterId id = raised.id();
      raised =
          Acting.as(
              actor(next.by()),
              () ->
                  matters.act(
                      id,
                      new Matters.NewAct(
                          version,
                          next.act(),
                          sheet.fields(next.fields()),
                          proofs(id, next.proof()),
                          null,
                          null,
                          null,
                          null),
                      null));
    }
  }

  private Actor actor(String signInName) {
    return people
        .find(signInName)
        .orElseThrow(() -> new IllegalStateException("no account " + signInName));
  }

  private List<ProofId> proofs(@Nullable MatterId matter, @Nullable List<String> kinds) {
    List<ProofId> ids = new ArrayList<>();
    for (String kind : kinds == null ? List.<String>of() : kinds) {
      byte[] picture = picture(kind.hashCode());
      ids.add(
          proofs
              .add(
                  matter,
                  new MatterProofs.NewProof(
                      kind, "演示-" + kind + ".png", picture, clock.instant(), null, null),
                  null)
              .id());
    }
    return ids;
  }

  /** A picture that is plainly none of anything real. */
  private static byte[] picture(int seed) {
    BufferedImage image = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(0xE8EDF2));
    pen.fillRect(0, 0, 640, 420);
    for (int i = 0; i < 9; i++) {
      pen.setColor(Color.getHSBColor(((seed >>> i) & 31) / 31f, 0.25f, 0.75f));
      pen.fillRect(40 + i % 3 * 190, 40 + i / 3 * 120, 170, 100);
    }
    pen.dispose();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
