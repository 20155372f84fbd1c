package dev.windrose.records;

import java.util.ArrayList;
import java.util.Comparator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {

    @Bean
    Descriptors descriptors(ObjectProvider<TenantTypes> tenants) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RecordType.class));
        var types = new ArrayList<Class<?>>();
        for (var candidate : scanner.findCandidateComponents("dev.windrose")) {
            types.add(ClassUtils.resolveClassName(
                    String.valueOf(candidate.getBeanClassName()), getClass().getClassLoader()));
        }
        types.sort(Comparator.comparing(
                type -> type.getAnnotation(RecordType.class).name()));
        return new Descriptors(ReadDescriptor.all(types), tenants::getObject);
    }
}
