package org.rashomon;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rashomon.annotate.places.ArticlePlaces;

/**
 * What users of the library may rely on: the public members of the packages that are meant for them, as they were last looked at and
 * agreed to. Whatever is listed stays, or its change is told in CHANGELOG.md.
 */
class SurfaceTest {
    private static final List<String> PACKAGES = List.of(
            "org.rashomon.model",
            "org.rashomon.model.claims",
            "org.rashomon.model.events",
            "org.rashomon.model.dossier",
            "org.rashomon.facts",
            "org.rashomon.ingest",
            "org.rashomon.pipeline");

    /** Types of the engine's inner packages that the surface shows all the same, and why. */
    private static final Map<Class<?>, String> SHOWN =
            Map.of(ArticlePlaces.class, "benchmarks ask the pipeline where every name of a place is");

    private static final Path LIST = Path.of("src", "test", "resources", "surface.txt");
    private static final String UPDATE =
            "mvn -B -pl engine -am test -Dtest=SurfaceTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true";

    private final List<JavaClass> types = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.rashomon").stream()
                    .filter(type -> PACKAGES.contains(type.getPackageName()) && isShown(type.reflect()))
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .toList();

    @Test
    void theSurfaceIsAsAgreed() throws IOException {
        List<String> lines =
                types.stream().flatMap(type -> lines(type.reflect()).stream()).toList();
        if (Boolean.getBoolean("golden.update")) {
            Files.write(LIST, lines);
            return;
        }
        assertThat(lines)
                .as(
                        "public members of the packages for users. If the change was meant, run%n    %s%n"
                                + "read the difference, and tell in CHANGELOG.md what users have to change",
                        UPDATE)
                .containsExactlyElementsOf(Files.readAllLines(LIST));
    }

    @Test
    void theSurfaceShowsNoInnerTypes() {
        Map<String, Set<String>> inner = new TreeMap<>();
        for (JavaClass type : types) {
            for (JavaCodeUnit member : type.getCodeUnits()) {
                if (member.getModifiers().contains(JavaModifier.PUBLIC)) {
                    member.getAllInvolvedRawTypes().stream()
                            .map(JavaClass::getBaseComponentType)
                            .filter(shown -> shown.getPackageName().startsWith("org.rashomon")
                                    && !PACKAGES.contains(shown.getPackageName()))
                            .forEach(shown -> inner.computeIfAbsent(shown.getName(), name -> new TreeSet<>())
                                    .add(member.getFullName()));
                }
            }
        }
        Set<String> agreed = SHOWN.keySet().stream().map(Class::getName).collect(toCollection(TreeSet::new));

        assertThat(inner.keySet())
                .as(
                        "types of inner packages that the surface shows: %s; hide them, or list them here and say why",
                        inner)
                .isEqualTo(agreed);
    }

    private static boolean isShown(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isShown(outer));
    }

    /** A line for the type, then one for each of its members, in the order of their words. */
    private static List<String> lines(Class<?> type) {
        List<String> lines = new ArrayList<>();
        lines.add(head(type));
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (isPublic(field) && !field.isEnumConstant()) {
                members.add(modifiers(field) + written(field.getAnnotatedType()) + " " + field.getName());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isPublic(constructor)) {
                members.add("new" + parameters(constructor));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isPublic(method) && !method.isBridge() && !isGiven(type, method)) {
                members.add(modifiers(method) + written(method.getAnnotatedReturnType()) + " " + method.getName()
                        + parameters(method));
            }
        }
        members.stream().sorted().map(member -> "    " + member).forEach(lines::add);
        return lines;
    }

    private static String head(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        List<String> parents = new ArrayList<>();
        if (kind.equals("class") && type.getSuperclass() != Object.class) {
            parents.add(written(type.getAnnotatedSuperclass()));
        }
        Stream.of(type.getAnnotatedInterfaces()).map(SurfaceTest::written).forEach(parents::add);
        List<String> constants = new ArrayList<>();
        if (type.isEnum()) {
            Stream.of(type.getEnumConstants()).map(String::valueOf).forEach(constants::add);
        }
        return kind + " " + type.getName().replace('$', '.')
                + (parents.isEmpty() ? "" : " is " + String.join(", ", parents))
                + (constants.isEmpty() ? "" : ": " + String.join(", ", constants));
    }

    /** Whether the kind of type tells of the method: one of every enum or record, and what reads a component. */
    private static boolean isGiven(Class<?> type, Method method) {
        if (type.isEnum()) {
            return Set.of("values", "valueOf").contains(method.getName());
        }
        return type.isRecord()
                && (Set.of("equals", "hashCode", "toString").contains(method.getName())
                        || Stream.of(type.getRecordComponents())
                                .anyMatch(component -> component.getAccessor().equals(method)));
    }

    private static boolean isPublic(Member member) {
        return (Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                && !member.isSynthetic();
    }

    private static String modifiers(Member member) {
        return Modifier.isStatic(member.getModifiers()) ? "static " : "";
    }

    private static String parameters(Executable executable) {
        String thrown = Arrays.stream(executable.getAnnotatedExceptionTypes())
                .map(SurfaceTest::written)
                .collect(joining(", "));
        return Arrays.stream(executable.getParameters())
                        .map(parameter -> written(parameter.getAnnotatedType()) + " " + parameter.getName())
                        .collect(joining(", ", "(", ")"))
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    /** The type as a program would write it, with what may be null, without the packages that need no telling. */
    private static String written(AnnotatedType type) {
        return type.toString()
                .replaceAll("@org\\.jspecify\\.annotations\\.Nullable(?:\\(\\))? ", "@Nullable ")
                .replaceAll("(?:java\\.(?:lang|util|util\\.function)\\.(?=(?:@Nullable )?[A-Z])|org\\.rashomon\\.)", "")
                .replace('$', '.');
    }
}
