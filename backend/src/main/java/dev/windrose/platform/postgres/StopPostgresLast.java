package dev.windrose.platform.postgres;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/** Makes the connection pool depend on the server, so that the pool closes first and the server stops last. */
@Component
class StopPostgresLast implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        if (!factory.containsSingleton("embeddedPostgres")) {
            return;
        }
        for (String name : factory.getBeanNamesForType(DataSource.class, true, false)) {
            factory.getBeanDefinition(name).setDependsOn("embeddedPostgresStopper");
        }
    }
}
