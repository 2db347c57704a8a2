package org.tocsin.exercise.live;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.city.Chance;
import org.tocsin.exercise.city.Story;
import tools.jackson.databind.JsonNode;

/** How something ended: a disposition its type allows, and what the unit says. */
record Ending(String code, String text) {
  /** Whether somebody is taken to hospital; only of what may end so. */
  static boolean isTakenAway(Story.Book book, @Nullable JsonNode incident) {
    Story story = incident == null ? null : book.of(incident.path("typeCode").asString(""));
    return story != null
        && incident != null
        && story.endings().keySet().stream().anyMatch(e -> e.startsWith("TRANSPORTED"))
        && Chance.of(3, "taken away", Board.id(incident)).happens(0.6);
  }

  /** By the story of the incident's type; the same for the same incident. */
  static Ending of(Story.Book book, @Nullable JsonNode incident) {
    Story story = incident == null ? null : book.of(incident.path("typeCode").asString(""));
    if (story == null || incident == null) {
      return new Ending("HANDLED", "现场处置完毕");
    }
    boolean takenAway = isTakenAway(book, incident);
    List<Map.Entry<String, String>> endings =
        story.endings().entrySet().stream()
            .filter(e -> e.getKey().startsWith("TRANSPORTED") == takenAway)
            .sorted(Map.Entry.comparingByKey())
            .toList();
    Map.Entry<String, String> ending = Chance.of(13, "ending", Board.id(incident)).pick(endings);
    return new Ending(ending.getKey(), ending.getValue());
  }
}
