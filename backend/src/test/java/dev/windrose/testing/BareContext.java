package dev.windrose.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.windrose.platform.people.AccessRevocation;
import dev.windrose.platform.process.RecentRequests;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A small context for processes that are killed: database, transactions and the packages named, without the web. */
public final class BareContext {

    private BareContext() {}

    @EnableTransactionManagement(proxyTargetClass = true)
    @ConfigurationPropertiesScan("dev.windrose")
    static class Transactions {}

    /** What a process needs to reach the database of this test. */
    public static Map<String, String> databaseOf(Environment environment) {
        return Map.of(
                "TEST_DATABASE_URL", environment.getRequiredProperty("spring.datasource.url"),
                "TEST_DATABASE_USER", environment.getRequiredProperty("spring.datasource.username"),
                "TEST_DATABASE_PASSWORD", environment.getRequiredProperty("spring.datasource.password"));
    }

    public static AnnotationConfigApplicationContext of(
            Map<String, Object> settings, Class<?>[] classes, String... packages) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(DataSource.class, BareContext::dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(context.getBean(DataSource.class)));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build());
        context.registerBean(RecentRequests.class);
        context.register(Transactions.class);
        if (classes.length > 0) {
            context.register(classes);
        }
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(
                new RegexPatternTypeFilter(Pattern.compile(".*\\.(web|demo|archive)\\..*|.*\\.FillDemo\\w+")));
        scanner.scan(packages);
        scanner.scan("dev.windrose.platform.tenancy");
        return context;
    }

    /** With all that writes records and what follows from them. */
    public static AnnotationConfigApplicationContext ofRecords(Map<String, Object> settings) {
        var context = of(
                settings,
                new Class<?>[] {},
                "dev.windrose.records",
                "dev.windrose.events",
                "dev.windrose.llm",
                "dev.windrose.platform.jobs",
                "dev.windrose.platform.outside",
                "dev.windrose.platform.people",
                "dev.windrose.platform.audit",
                "dev.windrose.platform.cache");
        context.registerBean(AccessRevocation.class, () -> (tenant, person) -> {});
        return context;
    }

    private static DataSource dataSource() {
        var source = new HikariDataSource();
        source.setJdbcUrl(System.getenv("TEST_DATABASE_URL"));
        source.setUsername(System.getenv("TEST_DATABASE_USER"));
        source.setPassword(System.getenv("TEST_DATABASE_PASSWORD"));
        source.setMaximumPoolSize(4);
        source.setMinimumIdle(1);
        return source;
    }
}
