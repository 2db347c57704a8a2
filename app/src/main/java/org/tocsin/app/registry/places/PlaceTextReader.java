package org.tocsin.app.registry.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what was typed into its possible meanings, the likeliest first. */
final class PlaceTextReader {
  /** Longer texts are cut: no address is longer, and matching cost grows with length. */
  static final int MAX_LENGTH = 200;

  private static final Pattern BLOCK =
      Pattern.compile("(\\d{1,6})\\s*(?:hundred\\s+)?(?:block|blk)\\s+(?:of\\s+)?(.+)");
  private static final Pattern UNFINISHED_BLOCK =
      Pattern.compile("\\d{1,6}\\s+(?:b|bl|blo|bloc|block|blk|block o|block of)");
  private static final Pattern HOUSE =
      Pattern.compile("(\\d{1,6})\\s*(?:-\\s*(\\d{1,6}|[a-z]))?([a-z]?)\\s+(.+)");
  private static final Pattern CROSSING =
      Pattern.compile("(.+?)\\s*(?:[/\\\\&@+]|\\s(?:and|at|x|cross|corner)\\s)\\s*(.*)");
  private static final Pattern AFTER_COMMA = Pattern.compile("([^,;]+)[,;]\\s*(.*)");

  private PlaceTextReader() {}

  static List<PlaceText> read(String typed) {
    String text = Words.plain(typed);
    if (text.length() > MAX_LENGTH) {
      text = text.substring(0, MAX_LENGTH);
    }
    if (text.isEmpty() || UNFINISHED_BLOCK.matcher(text).matches()) {
      return List.of();
    }
    Optional<PlaceText> coordinates = Coordinates.read(text).map(PlaceText.At::new);
    if (coordinates.isPresent()) {
      return List.of(coordinates.get());
    }
    return Words.hasHan(text) ? ChineseAddress.read(text).readings() : western(text);
  }

  private static List<PlaceText> western(String text) {
    String area = "";
    Matcher comma = AFTER_COMMA.matcher(text);
    String main = text;
    if (comma.matches()) {
      main = comma.group(1).strip();
      area = comma.group(2).strip();
    }
    List<PlaceText> readings = new ArrayList<>();
    Matcher block = BLOCK.matcher(main);
    if (block.matches()) {
      return List.of(new PlaceText.Block(Integer.parseInt(block.group(1)), block.group(2), area));
    }
    Matcher crossing = CROSSING.matcher(main);
    if (crossing.matches()) {
      readings.add(new PlaceText.Crossing(crossing.group(1), crossing.group(2).strip(), area));
    }
    Matcher house = HOUSE.matcher(main);
    if (readings.isEmpty() && house.matches()) {
      String detail = house.group(2) == null ? house.group(3) : house.group(2);
      readings.add(
          new PlaceText.House(Integer.parseInt(house.group(1)), detail, house.group(4), area));
    }
    readings.add(new PlaceText.Name(main, area));
    return readings;
  }
}
