package dev.windrose.work;

import dev.windrose.records.periods.KeptFields;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The status of issues, and who was responsible, are kept with their times. */
@Configuration(proxyBeanMethods = false)
class KeepStatus {

    @Bean
    KeptFields periodsOfIssues() {
        return new KeptFields("issue", Map.of("status", "status", "owner", "assignee_id", "record_owner", "owner_id"));
    }
}
