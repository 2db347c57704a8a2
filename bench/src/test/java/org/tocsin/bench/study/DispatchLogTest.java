package org.tocsin.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispatchLogTest {
  @Test
  void callsComeInOrderOfTheFirstDispatchWithTheirUnitsTogether() {
    DispatchLog log =
        Week.of(
            "late E02 ENGINE 02 37.7,-122.4 09:00 09:01 09:05 - 09:30",
            "early 55 MEDIC 01 37.7,-122.4 08:02 08:03 08:09 - 08:30",
            "early E01 ENGINE 01 37.7,-122.4 08:00 08:01 08:05 - 08:30",
            "early T01 TRUCK 01 37.7,-122.4 08:00 08:01 08:04 - 08:30");
    assertThat(log.calls()).extracting(StudyCall::number).containsExactly("early", "late");
    StudyCall early = log.calls().getFirst();
    assertThat(early.responses()).extracting(Response::unit).containsExactly("E01", "T01", "55");
    assertThat(early.sentFirst()).extracting(Response::unit).containsExactly("E01", "T01");
    assertThat(early.responses().getFirst().travelSeconds()).isEqualTo(240);
  }

  @Test
  void whatCannotBeTrueIsNamedAndNotCounted() {
    DispatchLog log =
        Week.of(
            "c1 E01 ENGINE 01 37.7,-122.4 08:00 08:06 08:05 - 08:30",
            "c1 E02 ENGINE 01 37.7,-122.4 08:00 08:01 08:05 - 07:30",
            "c2 E03 ENGINE 01 nowhere,- 08:00 08:01 08:05 - 08:30",
            "c3 E04 ENGINE 01 37.7,-122.4 - 08:01 08:05 - 08:30",
            "c4 E05 ENGINE 01 37.7,-122.4 08:00 08:01 - - 08:30");
    assertThat(log.excluded())
        .extracting(DispatchLog.Excluded::line)
        .containsExactly(2L, 3L, 4L, 5L);
    assertThat(log.excluded().getFirst().why()).contains("before it set off");
    assertThat(log.calls()).extracting(StudyCall::number).containsExactly("c1", "c4");
    Response wrong = log.calls().getFirst().responses().getFirst();
    assertThat(wrong.travelSeconds()).isNull();
    assertThat(log.calls().getFirst().responses().getLast().available()).isNull();
    assertThat(log.calls().getLast().responses().getFirst().travelSeconds()).isNull();
  }
}
