package dev.windrose.crm;

import dev.windrose.records.periods.KeptFields;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stages, states and owners are kept with their times. */
@Configuration(proxyBeanMethods = false)
class KeepStages {

    @Bean
    KeptFields periodsOfDeals() {
        return new KeptFields("deal", Map.of("stage", "stage", "owner", "owner_id"));
    }

    @Bean
    KeptFields periodsOfCompanies() {
        return new KeptFields("company", Map.of("state", "customer_state", "owner", "owner_id"));
    }
}
