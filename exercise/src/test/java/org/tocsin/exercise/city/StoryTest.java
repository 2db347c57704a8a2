package org.tocsin.exercise.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.exercise.RealWeek;
import org.tocsin.exercise.feed.FeedReader;
import org.tocsin.exercise.feed.Mappings;

class StoryTest {
  @Test
  void everyStoryIsOfATypeThatIsThereAndEndsAsThatTypeMay() throws IOException {
    String types = Files.readString(Path.of("../packs/incident-types.yaml"));
    for (Story story : Story.book().stories()) {
      List<String> allowed = allowed(types, story.type());
      assertThat(allowed).as(story.type()).containsAll(story.endings().keySet());
      assertThat(story.endings()).isNotEmpty();
      assertThat(story.texts()).isNotEmpty();
      assertThat(story.scene()).hasSize(2);
      Story.Growth growth = story.grows();
      if (growth != null) {
        assertThat(types).contains("{code: " + growth.type() + ",");
      }
      assertThat(story.real()).isEqualTo(story.weight() == 0);
      if (story.real()) {
        assertThat(Rates.shipped().types()).containsKey(story.type());
      }
    }
    assertThat(allowed(types, "BRAWL")).contains("HANDLED");
  }

  private static List<String> allowed(String types, String type) {
    Matcher set = Pattern.compile("\\{code: " + type + ",.*?dispositions: ([A-Z]+)").matcher(types);
    assertThat(set.find()).as(type).isTrue();
    Matcher codes = Pattern.compile("(?m)^  " + set.group(1) + ": \\[(.*)]$").matcher(types);
    assertThat(codes.find()).isTrue();
    return List.of(codes.group(1).split(", "));
  }

  @Test
  void theCommittedRatesAreThoseOfTheRealWeek() {
    Path log = RealWeek.folder().resolve("sffd_units_2016-12-31_2017-01-07.csv.gz");
    Rates counted = Rates.of(new FeedReader(Mappings.of(null)).read(log), "");
    Rates kept = Rates.shipped();
    assertThat(kept.calls()).isEqualTo(counted.calls());
    assertThat(kept.perHour()).isEqualTo(counted.perHour());
    assertThat(kept.types()).isEqualTo(counted.types());
    assertThat(kept.spreads()).isEqualTo(counted.spreads());
  }
}
