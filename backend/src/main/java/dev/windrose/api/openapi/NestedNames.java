package dev.windrose.api.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;

/** Bodies are records inside of their controllers, so a simple name such as Request is not unique. */
class NestedNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || !type.getName().startsWith("dev.windrose.")
                ? super.getNameOfClass(type)
                : outer.getSimpleName().replaceAll("Controller$", "") + type.getSimpleName();
    }
}
