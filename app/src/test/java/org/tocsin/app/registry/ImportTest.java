package org.tocsin.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.registry.files.Rejection;
import org.tocsin.app.registry.files.RowFault;
import org.tocsin.app.registry.internal.ImportKind;
import org.tocsin.app.registry.internal.ImportService;
import org.tocsin.app.registry.internal.ImportState;
import org.tocsin.app.registry.internal.ImportView;
import org.tocsin.app.registry.internal.PlateService;
import org.tocsin.app.registry.internal.PlateState;
import org.tocsin.app.testing.SharedData;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AddressId;
import org.tocsin.kernel.Point;

/** Files through the whole way: read, previewed, applied, found, rolled back. */
@TocsinTest
class ImportTest {
  private static final Actor ADMIN = Actor.system("registry-test");

  @Autowired ImportService imports;
  @Autowired Locator locator;
  @Autowired RoadTimes roads;
  @Autowired PlateService plates;
  @Autowired JdbcClient jdbc;

  @Test
  void streetsAreFoundAndDrivenOnlyAfterApplyAndNoMoreAfterRollback() {
    ImportView read = receive(ImportKind.STREET_TABLE, "town", Town.gzipped(Town.STREETS));
    assertThat(read.state()).isEqualTo(ImportState.PREVIEWED);
    assertThat(read.accepted()).isEqualTo(4);
    assertThat(read.added()).isEqualTo(4);
    assertThat(labels("武都路")).isEmpty();

    as(() -> imports.apply(read.id()));
    assertThat(labels("武都路")).containsExactly("武都路");
    assertThat(labels("张掖路与武都路交叉口")).first().isEqualTo("张掖路与武都路交叉口");
    RoadTime time =
        roads
            .to(new Point(36.064, 103.805), List.of(new Point(36.06, 103.801)), Duration.ofHours(1))
            .getFirst()
            .orElseThrow();
    assertThat(time.estimated()).isFalse();

    ImportView again = receive(ImportKind.STREET_TABLE, "town", Town.of(Town.STREETS));
    assertThat(again.state()).isEqualTo(ImportState.UNCHANGED);
    assertThat(as(() -> imports.apply(again.id())).state()).isEqualTo(ImportState.UNCHANGED);

    ImportView more =
        receive(
            ImportKind.STREET_TABLE, "town", Town.of(Town.STREETS.replace("s3,武都路", "s3,武都北路")));
    assertThat(List.of(more.added(), more.changed(), more.removed()))
        .isEqualTo(List.of(0L, 1L, 0L));
    as(() -> imports.apply(more.id()));
    assertThat(labels("武都北路")).containsExactly("武都北路");
    assertThat(as(() -> imports.rollback(more.id())).state()).isEqualTo(ImportState.ROLLED_BACK);
    assertThat(labels("武都路")).first().isEqualTo("武都路");
    as(() -> imports.rollback(read.id()));
    assertThat(labels("武都路")).isEmpty();
    assertThatThrownBy(() -> as(() -> imports.rollback(read.id())))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.IMPORT_NOT_ACTIVE));
  }

  @Test
  void threeBadRowsOfTenThousandStopNoOther() {
    StringBuilder csv = new StringBuilder("name,lat,lon\n");
    for (int i = 1; i <= 10_000; i++) {
      String name =
          switch (i) {
            case 17 -> "\"broken";
            case 18 -> "two,cells";
            default -> "Corner " + i;
          };
      double lat = i == 19 ? 361 : 36 + i * 1e-5;
      csv.append(name).append(',').append(lat).append(",103.8\n");
    }
    ImportView read = receive(ImportKind.LANDMARKS, "bad", Town.of(csv.toString()));
    assertThat(read.accepted()).isEqualTo(9_997);
    assertThat(read.rejected()).isEqualTo(3);
    List<Rejection> rejected = as(() -> imports.rejected(read.id(), 0, 10));
    assertThat(rejected)
        .extracting(r -> r.row() + " " + r.column() + " " + r.fault())
        .containsExactly("18  BROKEN_ROW", "19  CELL_COUNT", "20 lat LAT_LON");
    assertThat(RowFault.LAT_LON.mend().zh()).isNotBlank();
  }

  @Test
  void whatIsNoSuchFileIsRefusedWhole() {
    assertFileRefused(ImportKind.STREET_TABLE, Town.of("a,b\n1,2\n"), "columns-missing");
    assertFileRefused(ImportKind.LANDMARKS, Town.of(""), "file-empty");
    assertFileRefused(ImportKind.PRECINCTS, Town.of("{\"type\":\"Feature\""), "geojson");
    assertFileRefused(ImportKind.OSM_PBF, Town.of("no extract at all"), "osm");
    byte[] cut = {0x1f, (byte) 0x8b, 8, 0};
    assertFileRefused(ImportKind.LANDMARKS, new ByteArrayInputStream(cut), "file-gzip");
  }

  @Test
  void outdatedPreviewsAndEmptyImportsAreNotApplied() {
    ImportView first = receive(ImportKind.LANDMARKS, "race", Town.of(Town.LANDMARKS));
    ImportView second = receive(ImportKind.LANDMARKS, "race", Town.of(Town.LANDMARKS));
    as(() -> imports.apply(first.id()));
    assertRefused(second, ProblemCode.IMPORT_OUTDATED);
    ImportView empty = receive(ImportKind.LANDMARKS, "race", Town.of("name,lat,lon\nx,y,z\n"));
    assertRefused(empty, ProblemCode.IMPORT_EMPTY);
    assertThat(empty.warnings()).extracting(ImportView.Warning::code).contains("rejected-many");
    as(() -> imports.rollback(first.id()));
  }

  @Test
  void chineseSpreadsheetsAreReadWithAWarning() {
    byte[] gbk = Town.LANDMARKS.getBytes(java.nio.charset.Charset.forName("GB18030"));
    ImportView read = receive(ImportKind.LANDMARKS, "gbk", new ByteArrayInputStream(gbk));
    assertThat(read.accepted()).isEqualTo(2);
    assertThat(read.samples().getFirst()).startsWith("中心医院");
    assertThat(read.warnings()).extracting(ImportView.Warning::code).containsExactly("not-utf8");
  }

  @Test
  void addressesHavePlatesThatAnybodyMayRead() {
    ImportView read = receive(ImportKind.ADDRESSES, "plates", Town.of(Town.ADDRESSES));
    as(() -> imports.apply(read.id()));
    PlateService.Scan scan = plates.scan("GS-620102-0001");
    assertThat(scan.addressText()).contains("兰州市城关区张掖路12号");
    AddressId id = scan.plate().addressId();
    assertThat(locate("兰州市城关区静宁路５号", null).getFirst().kind()).isEqualTo(Candidate.Kind.ADDRESS);
    assertThat(locate("张掖路12号", new Point(36.06, 103.8)).getFirst().addressId()).isEqualTo(id);

    as(() -> plates.order("GS-620102-0002", id));
    as(() -> plates.move("GS-620102-0002", PlateState.MOUNTED, null));
    assertThat(plates.scan("GS-620102-0002").addressText()).isEmpty();
    assertThatThrownBy(() -> as(() -> plates.move("GS-620102-0001", PlateState.MOUNTED, null)))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.PLATE_STATE));
    as(() -> plates.move("GS-620102-0002", PlateState.ACTIVATED, null));
    as(() -> plates.move("GS-620102-0001", PlateState.REPLACED, "GS-620102-0002"));
    assertThat(plates.scan("GS-620102-0001").addressText()).isEmpty();
    assertThat(plates.scan("GS-620102-0001").plate().replacedBy()).isEqualTo("GS-620102-0002");
    assertThat(plates.scan("GS-620102-0002").addressText()).isPresent();
    assertThat(as(plates::counts)).containsEntry(PlateState.REPLACED, 1L);
    as(() -> imports.rollback(read.id()));
    assertThat(plates.scan("GS-620102-0002").addressText()).isEmpty();
  }

  @Test
  void precinctsAnswerForTheirGround() {
    ImportView read = receive(ImportKind.PRECINCTS, "town", Town.of(Town.precincts("NOT-YET")));
    assertThat(read.accepted()).isEqualTo(2);
    assertThat(read.warnings()).extracting(ImportView.Warning::code).contains("agency-unknown");
    as(() -> imports.apply(read.id()));
    Precinct at = locator.precinctAt(new Point(36.06, 103.80)).orElseThrow();
    assertThat(at.code()).isEqualTo("P1");
    assertThat(locator.precinctAt(new Point(36.06, 103.81)).orElseThrow().code()).isEqualTo("P2");
    assertThat(locator.precinctAt(new Point(36.2, 103.81))).isEmpty();
    as(() -> imports.rollback(read.id()));
    assertThat(locator.precinctAt(new Point(36.06, 103.80))).isEmpty();
    ImportView again = receive(ImportKind.PRECINCTS, "town", Town.of(Town.precincts("NOT-YET")));
    as(() -> imports.apply(again.id()));
    assertThat(locator.precinctAt(new Point(36.06, 103.80)).orElseThrow().id()).isEqualTo(at.id());
    as(() -> imports.rollback(again.id()));
  }

  @Test
  void openStreetMapBecomesStreetsAndRoads() throws IOException {
    var file = SharedData.need("osm_small/baltimore.osm.pbf");
    try (InputStream in = Files.newInputStream(file)) {
      ImportView read = receive(ImportKind.OSM_PBF, "baltimore", in);
      System.out.println("baltimore: " + read.accepted() + " pieces " + read.samples());
      assertThat(read.accepted()).isGreaterThan(1000);
      as(() -> imports.apply(read.id()));
      assertThat(roads.status().edges()).isGreaterThan(1000);
      assertThat(locate("Eastern Avenue", null)).isNotEmpty();
      as(() -> imports.rollback(read.id()));
    }
  }

  @Test
  void theRealCityIsReadAppliedAndFound() throws IOException {
    var streets = SharedData.need("sf_roads/sf_edges.csv.gz");
    var crossings = SharedData.need("sf_roads/intersections.csv.gz");
    try (InputStream in = Files.newInputStream(streets);
        InputStream more = Files.newInputStream(crossings)) {
      ImportView read = receive(ImportKind.STREET_TABLE, "sf", in);
      assertThat(read.accepted()).isEqualTo(15_602);
      assertThat(read.rejected()).isZero();
      as(() -> imports.apply(read.id()));
      ImportView nodes = receive(ImportKind.INTERSECTIONS, "sf", more);
      System.out.println("crossings " + nodes.accepted() + ", refused " + nodes.rejected());
      as(() -> imports.apply(nodes.id()));
      Candidate block = locate("400 block of Grove St", null).getFirst();
      assertThat(block.label()).isEqualTo("400 block of Grove St");
      assertThat(locate("Grove & Laguna", null).getFirst().label())
          .isEqualTo("Grove St & Laguna St");
      as(() -> imports.rollback(nodes.id()));
      as(() -> imports.rollback(read.id()));
    }
  }

  private void assertRefused(ImportView view, ProblemCode code) {
    assertThatThrownBy(() -> as(() -> imports.apply(view.id())))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }

  private void assertFileRefused(ImportKind kind, InputStream content, String reason) {
    assertThatThrownBy(() -> receive(kind, "refused", content))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.fields().getFirst().code()).isEqualTo(reason));
  }

  private List<String> labels(String text) {
    return locate(text, null).stream().map(Candidate::label).toList();
  }

  private List<Candidate> locate(String text, @Nullable Point near) {
    return locator.search(text, near, 5);
  }

  private ImportView receive(ImportKind kind, String dataset, InputStream content) {
    return as(() -> imports.receive(kind, dataset, "file", "test", content));
  }

  private static <T> T as(Supplier<T> work) {
    return Acting.as(ADMIN, work);
  }
}
