package org.tocsin.tracing.statement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) read into maps, lists, strings (numbers too, as they are written), Booleans and
 * null. Small on purpose: the module stands on the JDK alone.
 */
public final class Json {
  private static final int DEEPEST = 100;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /** Reads one value and nothing after it. */
  public static @Nullable Object parse(String text) throws IOException {
    var reader = new Json(text);
    Object value = reader.value();
    reader.space();
    if (reader.at < text.length()) {
      throw reader.wrong();
    }
    return value;
  }

  /** The value as an object. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(@Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new StatementException("JSON: 应为对象 (an object is wanted)");
  }

  /** A list in an object; empty when it is not there. */
  public static List<?> list(Map<String, Object> object, String name) throws IOException {
    Object value = object.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw new StatementException("JSON: " + name + " 应为列表 (a list is wanted)");
  }

  private StatementException wrong() {
    return new StatementException("JSON 第 " + at + " 个字符处有误 (wrong at character " + at + ")");
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char c) {
    space();
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void want(char c) throws IOException {
    if (!take(c)) {
      throw wrong();
    }
  }

  private @Nullable Object value() throws IOException {
    if (++depth > DEEPEST) {
      throw wrong();
    }
    space();
    char c = at < text.length() ? text.charAt(at) : 0;
    Object value =
        switch (c) {
          case '{' -> members();
          case '[' -> items();
          case '"' -> string();
          case 't' -> word("true", Boolean.TRUE);
          case 'f' -> word("false", Boolean.FALSE);
          case 'n' -> word("null", null);
          default -> number();
        };
    depth--;
    return value;
  }

  private @Nullable Object word(String word, @Nullable Object value) throws IOException {
    if (!text.startsWith(word, at)) {
      throw wrong();
    }
    at += word.length();
    return value;
  }

  private Map<String, @Nullable Object> members() throws IOException {
    var members = new LinkedHashMap<String, @Nullable Object>();
    want('{');
    if (take('}')) {
      return members;
    }
    do {
      space();
      String name = string();
      want(':');
      members.put(name, value());
    } while (take(','));
    want('}');
    return members;
  }

  private List<@Nullable Object> items() throws IOException {
    var items = new ArrayList<@Nullable Object>();
    want('[');
    if (take(']')) {
      return items;
    }
    do {
      items.add(value());
    } while (take(','));
    want(']');
    return items;
  }

  private String number() throws IOException {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (start == at) {
      throw wrong();
    }
    return text.substring(start, at);
  }

  private String string() throws IOException {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw wrong();
    }
    var out = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      out.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
    }
    want('"');
    return out.toString();
  }

  private char escaped() throws IOException {
    char c = ++at < text.length() ? text.charAt(at) : 0;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> throw wrong();
    };
  }

  private char hex() throws IOException {
    if (at + 4 >= text.length()) {
      throw wrong();
    }
    try {
      char c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
      at += 4;
      return c;
    } catch (NumberFormatException notHex) {
      throw wrong();
    }
  }

  /** A string in quotation marks, escaped so that it can also stand in a web page. */
  public static String quoted(String value) {
    var out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
