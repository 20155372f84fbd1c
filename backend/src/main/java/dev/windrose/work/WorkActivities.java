package dev.windrose.work;

import dev.windrose.records.query.ActivityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkActivities {

    @Bean
    ActivityType tasksShowActivity() {
        return new ActivityType("task", "updated_at");
    }
}
