package org.tocsin.app.foundation.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.ClockDriver;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.kernel.Id;

/** Ids in paths and parameters, and the {@code Tocsin-Instant} header of a driver. */
@Configuration(proxyBeanMethods = false)
class WebConfig implements WebMvcConfigurer {
  private final ClockDriver driver;

  WebConfig(ClockDriver driver) {
    this.driver = driver;
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(new IdFromText());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(
        new HandlerInterceptor() {
          @Override
          public boolean preHandle(
              HttpServletRequest request, HttpServletResponse response, Object handler) {
            String instant = request.getHeader("Tocsin-Instant");
            if (instant != null) {
              Acting.require(Permission.EXERCISE_RUN);
              driver.drive(parse(instant));
            }
            return true;
          }
        });
  }

  private static Instant parse(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.invalid("Tocsin-Instant", "instant", text);
    }
  }

  private static final class IdFromText implements ConverterFactory<String, Id> {
    @Override
    public <T extends Id> Converter<String, T> getConverter(Class<T> type) {
      return text -> {
        UUID value = UUID.fromString(text);
        try {
          return type.getConstructor(UUID.class).newInstance(value);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      };
    }
  }
}
