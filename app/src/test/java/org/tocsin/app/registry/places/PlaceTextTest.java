package org.tocsin.app.registry.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.kernel.Point;

class PlaceTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 block of Grove St          | Block[number=400, street=grove st, area=]
          400 Block of GROVE ST          | Block[number=400, street=grove st, area=]
          ４00 blk Grove                  | Block[number=400, street=grove, area=]
          Grove & Laguna                 | Crossing[a=grove, b=laguna, area=]
          GROVE ST/LAGUNA ST             | Crossing[a=grove st, b=laguna st, area=]
          grove at laguna                | Crossing[a=grove, b=laguna, area=]
          Grove &                        | Crossing[a=grove, b=, area=]
          401-A JUDAH ST                 | House[number=401, detail=a, street=judah st, area=]
          3735-3739 SACRAMENTO ST        | House[number=3735, detail=3739, street=sacramento st, area=]
          1318-B GATEVIEW AV, TI         | House[number=1318, detail=b, street=gateview av, area=ti]
          City Hall                      | Name[text=city hall, area=]
          19th Ave                       | Name[text=19th ave, area=]
          兰州市城关区张掖路12号         | House[number=12, detail=, street=张掖路, area=兰州市城关区]
          甘肃省兰州市城关区张掖路１２号 | House[number=12, detail=, street=张掖路, area=甘肃省兰州市城关区]
          张掖路十二号3单元              | House[number=12, detail=3单元, street=张掖路, area=]
          城关区张掖路与武都路交叉口     | Crossing[a=张掖路, b=武都路, area=城关区]
          张掖路武都路路口               | Crossing[a=张掖路, b=武都路, area=]
          张掖路武都路口                 | Crossing[a=张掖路, b=武都路, area=]
          张掖路和武都路                 | Crossing[a=张掖路, b=武都路, area=]
          文汇路553弄8号                 | House[number=553, detail=8号, street=文汇路, area=]
          中心医院                       | Name[text=中心医院, area=]
          """)
  void isRead(String text, String reading) {
    assertThat(PlaceTextReader.read(text).getFirst()).hasToString(reading);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          37.77,-122.42               | 37.77    | -122.42
          (37.7458, -122.4566)        | 37.7458  | -122.4566
          -122.42 37.77               | 37.77    | -122.42
          ３７．７７，１０３．８３     | 37.77    | 103.83
          37.77N 122.42W              | 37.77    | -122.42
          37°46'12"N 122°25'12"W      | 37.77    | -122.42
          122°25'12"W, 37°46'12"N     | 37.77    | -122.42
          北纬36.06 东经103.83        | 36.06    | 103.83
          东经103度30分北纬36度3分36秒 | 36.06   | 103.5
          """)
  void coordinatesAreRead(String text, double lat, double lon) {
    assertThat(PlaceTextReader.read(text))
        .singleElement()
        .isInstanceOfSatisfying(
            PlaceText.At.class,
            at -> assertThat(at.point().distanceTo(new Point(lat, lon))).isLessThan(1));
  }

  @Test
  void impossibleCoordinatesAndEmptyTextsAreNoPlace() {
    assertThat(PlaceTextReader.read("99.5,-222.42"))
        .noneMatch(reading -> reading instanceof PlaceText.At);
    assertThat(PlaceTextReader.read("  ")).isEmpty();
    assertThat(PlaceTextReader.read("400 blo")).isEmpty();
    assertThat(PlaceTextReader.read("x".repeat(5000))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Grove Street, GROVE ST, 1.0",
    "3rd ave, 03RD AVE, 1.0",
    "third avenue, 03RD AVE, 1.0",
    "s van ness av, SOUTH VAN NESS AVE, 1.0",
    "vanness, VAN NESS AVE, 0.9",
    "lagnua, LAGUNA ST, 0.7",
    "saint germain, ST GERMAIN AVE, 0.95",
  })
  void namesFit(String typed, String name, double atLeast) {
    assertThat(NameMatch.score(Words.of(typed), Words.of(name))).isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void otherNamesDoNotFit() {
    List<String> others = List.of("1ST ST", "GREEN ST", "LA SALLE AVE");
    for (String other : others) {
      assertThat(NameMatch.score(Words.of("Laguna"), Words.of(other))).isLessThan(0.7);
    }
    assertThat(NameMatch.score(Words.of("12th"), Words.of("02ND ST"))).isLessThan(0.5);
  }
}
