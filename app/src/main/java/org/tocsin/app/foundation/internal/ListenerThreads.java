package org.tocsin.app.foundation.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The threads on which rooms hear of each other's events. Few, because each holds a database
 * connection; with a queue that never refuses and never blocks, because the one who hands an event
 * over still holds a connection of its own: made to wait for a listener who waits for a connection,
 * enough of them at once would wait for each other.
 */
@Configuration(proxyBeanMethods = false)
class ListenerThreads {
  private static final int THREADS = 4;
  private static final int SECONDS_TO_FINISH = 10;

  @Bean({"applicationTaskExecutor", "taskExecutor"})
  ThreadPoolTaskExecutor applicationTaskExecutor() {
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    threads.setCorePoolSize(THREADS);
    threads.setMaxPoolSize(THREADS);
    threads.setThreadNamePrefix("listener-");
    threads.setDaemon(true);
    threads.setWaitForTasksToCompleteOnShutdown(true);
    threads.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
    return threads;
  }
}
