package dev.windrose.platform.postgres;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {

    @Bean(destroyMethod = "close")
    AutoCloseable embeddedPostgresStopper(ObjectProvider<EmbeddedPostgres> postgres) {
        return () -> postgres.ifAvailable(EmbeddedPostgres::close);
    }
}
