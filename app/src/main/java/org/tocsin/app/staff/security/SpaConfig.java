package org.tocsin.app.staff.security;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The web client's files. An address that is no file and has no dot is a route of the client and
 * gets its page, so that a link into the middle works; addresses of the API never do.
 */
@Configuration(proxyBeanMethods = false)
@Order(-1)
class SpaConfig implements WebMvcConfigurer {
  private static final String FILES = "classpath:/static/";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // The build puts a hash of the content into these names: they never change.
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(FILES + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new PageOrFile());
  }

  private static final class PageOrFile extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      if (file != null && !path.isEmpty()) {
        return file;
      }
      return isRoute(path) ? super.getResource("index.html", location) : null;
    }

    private static boolean isRoute(String path) {
      return !path.contains(".")
          && !path.startsWith("api/")
          && !path.startsWith("actuator")
          && !path.startsWith("v3/");
    }
  }
}
