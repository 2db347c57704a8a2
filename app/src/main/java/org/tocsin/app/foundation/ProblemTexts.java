package org.tocsin.app.foundation;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Problems in words: {@code problems.properties} (English) and {@code problems_zh_CN.properties}.
 */
@Component
public class ProblemTexts {
  private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

  ProblemTexts() {
    source.setBasename("problems");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setUseCodeAsDefaultMessage(false);
    source.setAlwaysUseMessageFormat(true);
  }

  /** The problem as RFC 9457 details in the language. */
  public ProblemDetail details(Problem problem, Locale asked) {
    Locale locale = "zh".equals(asked.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    ProblemCode code = problem.code();
    ProblemDetail details = ProblemDetail.forStatus(code.status());
    details.setType(URI.create("urn:tocsin:problem:" + code.slug()));
    details.setTitle(text(code.name() + ".title", List.of(), locale, code.name()));
    details.setDetail(text(code.name(), problem.args(), locale, code.name()));
    details.setProperty("code", code.name());
    details.setProperty("mend", text(code.name() + ".mend", problem.args(), locale, ""));
    if (!problem.fields().isEmpty()) {
      List<Map<String, Object>> fields = new ArrayList<>();
      problem.fields().forEach(field -> fields.add(field(field, locale)));
      details.setProperty("fields", fields);
    }
    problem.extras().forEach(details::setProperty);
    return details;
  }

  private Map<String, Object> field(Problem.Field field, Locale locale) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("field", field.field());
    view.put("code", field.code());
    view.put("message", text("field." + field.code(), field.args(), locale, field.code()));
    return view;
  }

  private String text(String key, List<Object> args, Locale locale, String otherwise) {
    Object[] said = args.stream().map(arg -> said(arg, locale)).toArray();
    String words = source.getMessage(key, said, otherwise, locale);
    return words == null ? otherwise : words;
  }

  private String said(Object arg, Locale locale) {
    if (arg instanceof Text words) {
      return "zh".equals(locale.getLanguage()) ? words.zh() : words.en();
    }
    if (arg instanceof Problem.Thing thing) {
      return text(thing.key(), List.of(), locale, thing.toString());
    }
    return arg.toString();
  }
}
