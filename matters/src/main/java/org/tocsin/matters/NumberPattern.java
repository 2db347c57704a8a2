package org.tocsin.matters;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a number is written, e.g. {@code 隐改〔{year}〕{seq}号}.
 *
 * @param pattern text with {@code {year}}, {@code {agency}} and one {@code {seq}} or {@code
 *     {seq:width}}
 */
public record NumberPattern(String pattern) {
  private static final Pattern HOLE =
      Pattern.compile("\\{(?:(year|agency)|seq(?::(\\d{1,2}))?)\\}");

  /** What is wrong with it, if anything. */
  public Optional<String> defect() {
    long counters = HOLE.matcher(pattern).results().filter(m -> m.group(1) == null).count();
    String rest = HOLE.matcher(pattern).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      return Optional.of(rest);
    }
    return counters == 1 ? Optional.empty() : Optional.of("{seq}");
  }

  /** The number for a year, an agency's code and a count. */
  public String write(int year, String agency, long seq) {
    return HOLE.matcher(pattern)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    m.group(1) == null
                        ? counted(m.group(2), seq)
                        : m.group(1).equals("year") ? String.valueOf(year) : agency));
  }

  private static String counted(@Nullable String width, long seq) {
    return width == null
        ? String.valueOf(seq)
        : String.format(Locale.ROOT, "%0" + Math.max(1, Integer.parseInt(width)) + "d", seq);
  }
}
