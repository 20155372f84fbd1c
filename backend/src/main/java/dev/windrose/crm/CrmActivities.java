package dev.windrose.crm;

import dev.windrose.records.query.ActivityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CrmActivities {

    @Bean
    ActivityType interactionsShowActivity() {
        return new ActivityType("interaction", "date");
    }

    @Bean
    ActivityType notesShowActivity() {
        return new ActivityType("note", "created_at");
    }
}
