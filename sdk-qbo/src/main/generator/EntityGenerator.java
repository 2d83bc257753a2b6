// Longer than 300 lines because a program run from its source (JEP 330) must be one file.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Writes the classes of {@code dev.tieout.qbo.entity} from the schema files: {@code java EntityGenerator.java
 * SCHEMA_DIR OUT_DIR}. The form of the files is described in {@code src/main/schema/README.md}. A file is only written
 * when its text changes, so that an unchanged schema compiles nothing anew.
 */
public final class EntityGenerator {
    private static final String PACKAGE = "dev.tieout.qbo.entity";
    private static final Map<String, String> SCALARS = Map.of(
            "text",
            "String",
            "decimal",
            "BigDecimal",
            "int",
            "Integer",
            "bool",
            "Boolean",
            "date",
            "LocalDate",
            "moment",
            "OffsetDateTime",
            "json",
            "String");
    private static final Map<String, String> GETTERS = Map.of(
            "text",
            "text",
            "decimal",
            "decimal",
            "int",
            "integer",
            "bool",
            "bool",
            "date",
            "date",
            "moment",
            "moment",
            "json",
            "jsonText");
    private static final Map<String, String> IMPORTS = Map.of(
            "decimal", "java.math.BigDecimal", "date", "java.time.LocalDate", "moment", "java.time.OffsetDateTime");
    private static final Set<String> HEADER_FLAGS = Set.of("as", "anyof", "of");
    private static final Set<String> FIELD_FLAGS = Set.of(
            "required",
            "server",
            "once",
            "max",
            "range",
            "plain",
            "email",
            "to",
            "kept",
            "where",
            "sort",
            "desktop",
            "unseen",
            "as");
    private static final Set<String> RESERVED =
            Set.of("has", "unknown", "toJson", "entityType", "patch", "toBuilder", "hashCode");

    private final Map<String, Type> types = new TreeMap<>();
    private final Map<String, Choices> choices = new TreeMap<>();
    private final Path out;
    private final Set<String> written = new HashSet<>();

    private EntityGenerator(Path out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        EntityGenerator generator = new EntityGenerator(Path.of(args[1]).resolve(PACKAGE.replace('.', '/')));
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".qbo")).sorted().collect(Collectors.toList())) {
                generator.parse(file);
            }
        }
        generator.generate();
    }

    // ---- schema ----

    /** One line of the schema: a member of a JSON object. */
    private record Field(String name, String type, boolean list, Map<String, String> flags, String doc) {
        boolean is(String flag) {
            return flags.containsKey(flag);
        }

        boolean settable() {
            return !is("server") && !is("desktop") && !type.equals("json");
        }

        boolean patchable() {
            return settable() && !is("once");
        }

        String java() {
            return flags.getOrDefault("as", EntityGenerator.camel(name));
        }

        /** The constant for its place in the schema. */
        String at() {
            return "At." + EntityGenerator.constant(name);
        }
    }

    /** An entity or a nested type. */
    private record Type(
            String name,
            String java,
            boolean entity,
            List<String> operations,
            String main,
            List<String> anyOf,
            String doc,
            List<Field> fields) {
        boolean can(String operation) {
            return operations.contains(operation);
        }

        boolean builds() {
            return !entity || can("create") || can("full");
        }
    }

    /** An open enum. */
    private record Choices(String name, String doc, List<String> values) {}

    private void parse(Path file) throws IOException {
        Type type = null;
        Choices open = null;
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String text = line.strip();
            String place = file.getFileName() + ":" + number;
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith("entity ") || text.startsWith("type ")) {
                type = header(text, place);
                open = null;
                types.put(type.name(), type);
            } else if (text.startsWith("enum ")) {
                String[] halves = halves(text, place);
                open = new Choices(halves[0].substring(5).strip(), halves[1], new ArrayList<>());
                choices.put(open.name(), open);
            } else if (open != null) {
                open.values().add(text);
            } else if (type != null) {
                type.fields().add(field(text, place));
            } else {
                throw new IllegalArgumentException(place + ": a field outside of any type");
            }
        }
    }

    private static Type header(String text, String place) {
        String[] halves = halves(text, place);
        String[] parts = halves[0].split(":", 2);
        String[] words = parts[0].strip().split(" ");
        Map<String, String> flags = flags(words, HEADER_FLAGS, place);
        List<String> operations =
                parts.length == 1 ? List.of() : List.of(parts[1].strip().split(" "));
        return new Type(
                words[1],
                flags.getOrDefault("as", words[1]),
                words[0].equals("entity"),
                operations,
                flags.get("of"),
                flags.containsKey("anyof") ? List.of(flags.get("anyof").split(",")) : List.of(),
                halves[1].strip(),
                new ArrayList<>());
    }

    private static Field field(String text, String place) {
        String[] halves = halves(text, place);
        String[] words = halves[0].strip().split("\\s+");
        if (words.length < 2) {
            throw new IllegalArgumentException(place + ": a field needs a name and a type");
        }
        boolean list = words[1].endsWith("[]");
        String type = list ? words[1].substring(0, words[1].length() - 2) : words[1];
        return new Field(words[0], type, list, flags(words, FIELD_FLAGS, place), halves[1]);
    }

    private static String[] halves(String text, String place) {
        String[] halves = text.split("\\|", 2);
        if (halves.length != 2 || halves[1].isBlank()) {
            throw new IllegalArgumentException(place + ": no description after '|'");
        }
        halves[1] = halves[1].strip();
        return halves;
    }

    /** The words after name and type; an unknown one is a slip of the pen that must not pass in silence. */
    private static Map<String, String> flags(String[] words, Set<String> allowed, String place) {
        Map<String, String> flags = new HashMap<>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String flag = equals < 0 ? words[i] : words[i].substring(0, equals);
            if (!allowed.contains(flag)) {
                throw new IllegalArgumentException(place + ": unknown flag " + flag + ", there are " + allowed);
            }
            flags.put(flag, equals < 0 ? "" : words[i].substring(equals + 1));
        }
        return flags;
    }

    // ---- names ----

    private static List<String> words(String name) {
        String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .replaceAll("(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .replaceAll("[^A-Za-z0-9]+", " ");
        return List.of(spaced.strip().split(" "));
    }

    static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : words(name)) {
            String lower = word.toLowerCase(Locale.ROOT);
            camel.append(camel.length() == 0 ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return camel.toString();
    }

    static String constant(String name) {
        return words(name).stream().map(w -> w.toUpperCase(Locale.ROOT)).collect(Collectors.joining("_"));
    }

    private static String upper(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String javaType(Field field) {
        String java = SCALARS.get(field.type());
        if (java == null) {
            java = field.type().equals("Ref") || choices.containsKey(field.type())
                    ? field.type()
                    : type(field).java();
        }
        return field.list() ? "List<" + java + ">" : java;
    }

    private Type type(Field field) {
        Type type = types.get(field.type());
        if (type == null) {
            throw new IllegalArgumentException("Field " + field.name() + " has the unknown type " + field.type());
        }
        return type;
    }

    private String nestedJava(Field field) {
        return field.type().equals("Ref") ? "Ref" : type(field).java();
    }

    private boolean isObject(Field field) {
        return !SCALARS.containsKey(field.type()) && !choices.containsKey(field.type());
    }

    // ---- output ----

    private void generate() throws IOException {
        Files.createDirectories(out);
        for (Choices open : choices.values()) {
            write(open.name(), choicesClass(open));
        }
        for (Type type : types.values()) {
            write(type.java(), typeClass(type));
        }
        write("EntityTypes", registry());
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.collect(Collectors.toList())) {
                if (!written.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = out.resolve(name + ".java");
        written.add(file.getFileName().toString());
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }

    private static String fill(String template, String... pairs) {
        String text = template;
        for (int i = 0; i < pairs.length; i += 2) {
            text = text.replace("$" + pairs[i] + "$", pairs[i + 1]);
        }
        return text;
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }

    private static String choicesClass(Choices open) {
        StringBuilder constants = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (String value : open.values()) {
            String constant = constant(value);
            names.add(constant);
            constants.append(fill("""
                        /** {@code $value$}. */
                        public static final $name$ $constant$ = new $name$("$value$", true);

                    """, "name", open.name(), "constant", constant, "value", value));
        }
        return fill(
                """
                package dev.tieout.qbo.entity;

                import java.util.List;

                /**
                 * $doc$ An open set: QuickBooks may send others. Immutable.
                 */
                public final class $name$ extends OpenEnum {
                $constants$    static final EnumType<$name$> ENUM = new EnumType<>(List.of($names$), text -> new $name$(text, false));

                    private $name$(String value, boolean known) {
                        super(value, known);
                    }

                    /**
                     * The value with this text: a constant where there is one.
                     *
                     * @param value the text QuickBooks uses
                     * @return the value
                     */
                    public static $name$ of(String value) {
                        return ENUM.of(value);
                    }

                    /**
                     * The values this library has constants for.
                     *
                     * @return the constants, not to be modified
                     */
                    public static List<$name$> known() {
                        return ENUM.known();
                    }
                }
                """,
                "doc",
                html(open.doc()),
                "constants",
                constants.toString(),
                "names",
                String.join(", ", names),
                "name",
                open.name());
    }

    private String typeClass(Type type) {
        StringBuilder body = new StringBuilder();
        body.append(indices(type)).append(objectType(type));
        if (type.entity()) {
            body.append(entityType(type));
        }
        body.append(fill("""
                    private $java$(Shape shape, @Nullable Object[] values) {
                        super(shape, values);
                    }

                """, "java", type.java()));
        for (Field field : type.fields()) {
            body.append(accessor(type, field));
        }
        if (type.builds()) {
            body.append(factories(type));
        }
        if (type.can("sparse")) {
            body.append(patches(type));
        }
        if (type.builds()) {
            body.append(builder(type));
        }
        if (type.can("sparse")) {
            body.append(patch(type));
        }
        if (type.can("query")) {
            body.append(queryFields(type));
        }
        return fill(
                """
                package dev.tieout.qbo.entity;

                $imports$
                /**
                 * $doc$
                 *
                 * <p>Immutable; see {@link QboObject} for what is kept of an answer.
                 */
                public final class $java$ extends $base$$markers$ {
                $body$}
                """,
                "imports",
                imports(type),
                "doc",
                html(type.doc()),
                "java",
                type.java(),
                "base",
                type.entity() ? "QboEntity" : "QboObject",
                "markers",
                markers(type),
                "body",
                body.toString());
    }

    private String imports(Type type) {
        Set<String> imports = new TreeSet<>();
        imports.add("org.jspecify.annotations.Nullable");
        for (Field field : type.fields()) {
            if (IMPORTS.containsKey(field.type())) {
                imports.add(IMPORTS.get(field.type()));
            }
            imports.add(field.list() ? "java.util.List" : "java.util.Optional");
        }
        if (type.can("query")) {
            imports.add("java.time.OffsetDateTime");
        }
        return imports.stream().map(i -> "import " + i + ";\n").collect(Collectors.joining());
    }

    private static String marker(String operation) {
        return switch (operation) {
            case "full" -> "FullUpdate";
            case "sparse" -> "SparseUpdate";
            default -> upper(operation);
        };
    }

    private static String operation(String operation) {
        return "Operation." + constant(marker(operation));
    }

    private static String markers(Type type) {
        if (type.operations().isEmpty()) {
            return "";
        }
        return type.operations().stream()
                .map(o -> "Supports." + marker(o))
                .collect(Collectors.joining(", ", " implements ", ""));
    }

    private static String indices(Type type) {
        StringBuilder text = new StringBuilder(
                "    /** Where the members stand in the schema. */\n    private static final class At {\n");
        for (int i = 0; i < type.fields().size(); i++) {
            text.append("        static final int ")
                    .append(constant(type.fields().get(i).name()));
            text.append(" = ").append(i).append(";\n");
        }
        return text.append("\n        private At() {}\n    }\n\n").toString();
    }

    /** The line of the schema that is needed at run time. */
    private String member(Field field) {
        StringBuilder line = new StringBuilder(field.name()).append(' ');
        if (SCALARS.containsKey(field.type())) {
            line.append(field.type());
        } else if (choices.containsKey(field.type())) {
            line.append("choice");
        } else {
            line.append(field.list() ? "objects" : "object");
        }
        for (String flag : List.of("max", "range", "to")) {
            if (field.is(flag)) {
                line.append(' ').append(flag).append('=').append(field.flags().get(flag));
            }
        }
        for (String flag : List.of("required", "plain", "email")) {
            if (field.is(flag)) {
                line.append(' ').append(flag);
            }
        }
        return line.toString();
    }

    private String objectType(Type type) {
        String members = type.fields().stream()
                .map(f -> ",\n            \"" + member(f) + "\"")
                .collect(Collectors.joining());
        Map<String, List<String>> nested = new TreeMap<>();
        Map<String, List<String>> open = new TreeMap<>();
        for (Field field : type.fields()) {
            if (isObject(field)) {
                nested.computeIfAbsent(nestedJava(field), k -> new ArrayList<>())
                        .add(field.at());
            } else if (choices.containsKey(field.type())) {
                open.computeIfAbsent(field.type(), k -> new ArrayList<>()).add(field.at());
            }
        }
        return fill(
                """
                    static final ObjectType<$java$> OBJECT = new ObjectType<>("$name$"$members$) {
                        @Override
                        $java$ make(Shape shape, @Nullable Object[] values) {
                            return new $java$(shape, values);
                        }
                $nested$$choices$$anyof$    };

                """,
                "members",
                members,
                "java",
                type.java(),
                "name",
                type.name(),
                "nested",
                lookup("ObjectType<?> nested", "OBJECT", nested),
                "choices",
                lookup("EnumType<?> choices", "ENUM", open),
                "anyof",
                anyOf(type));
    }

    private static String anyOf(Type type) {
        if (type.anyOf().isEmpty()) {
            return "";
        }
        String places = type.anyOf().stream().map(f -> "At." + constant(f)).collect(Collectors.joining(", "));
        return fill("""

                        @Override
                        int[] anyOf() {
                            return new int[] {$places$};
                        }
                """, "places", places);
    }

    private static String lookup(String method, String constant, Map<String, List<String>> cases) {
        if (cases.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        text.append("\n        @Override\n        ").append(method).append("(int index) {\n");
        text.append("            return switch (index) {\n");
        cases.forEach((java, names) -> text.append("                case ")
                .append(String.join(", ", names))
                .append(" -> ")
                .append(java)
                .append('.')
                .append(constant)
                .append(";\n"));
        String name = method.substring(method.indexOf(' ') + 1);
        text.append("                default -> super.").append(name).append("(index);\n            };\n        }\n");
        return text.toString();
    }

    private static String entityType(Type type) {
        String operations =
                type.operations().stream().map(o -> ", " + operation(o)).collect(Collectors.joining());
        return fill("""
                    /** The name, the endpoint and the operations. */
                    public static final EntityType<$java$> TYPE = new EntityType<>(OBJECT, $java$.class$operations$);

                """, "java", type.java(), "operations", operations);
    }

    // ---- accessors ----

    private String accessor(Type type, Field field) {
        String java = javaType(field);
        String call;
        if (field.list()) {
            call = "list(" + field.at() + ", " + nestedJava(field) + ".class)";
        } else if (GETTERS.containsKey(field.type())) {
            call = GETTERS.get(field.type()) + "(" + field.at() + ")";
        } else {
            call = "get(" + field.at() + ", " + java + ".class)";
        }
        boolean inherited =
                type.entity() && Set.of("Id", "SyncToken", "MetaData", "status").contains(field.name());
        return fill(
                        """
                    /**
                     * $doc$
                     *
                     * @return $what$
                     */
                $override$    public $java$ $name$() {
                        return $call$;
                    }

                """,
                        "doc",
                        accessorDoc(field),
                        "what",
                        what(field),
                        "override",
                        inherited ? "    @Override\n" : "",
                        "java",
                        field.list() ? java : "Optional<" + java + ">",
                        "name",
                        method(field),
                        "call",
                        call)
                + (inherited && field.name().equals("Id") ? typeMethod(type) : "");
    }

    private static String typeMethod(Type type) {
        return fill("""
                    @Override
                    public EntityType<$java$> entityType() {
                        return TYPE;
                    }

                """, "java", type.java());
    }

    private static String method(Field field) {
        if (RESERVED.contains(field.java()) || SourceVersion.isKeyword(field.java())) {
            throw new IllegalArgumentException("Field " + field.name() + " needs another Java name: as=");
        }
        return field.java();
    }

    private static String what(Field field) {
        if (field.list()) {
            return "the list, not to be modified; empty where absent";
        }
        return field.type().equals("json") ? "its JSON text; empty where absent" : "the value; empty where absent";
    }

    private static String accessorDoc(Field field) {
        StringBuilder doc = new StringBuilder(sentence(html(field.doc())));
        doc.append("\n     *\n     * <p>{@code ")
                .append(field.name())
                .append("}.")
                .append(limits(field));
        if (field.is("server")) {
            doc.append(" Set by QuickBooks only.");
        }
        if (field.is("once")) {
            doc.append(" Can be set at create only.");
        }
        if (field.is("where") || field.is("sort")) {
            doc.append(" Queries can ").append(field.is("where") ? "filter" : "");
            doc.append(field.is("where") && field.is("sort") ? " and " : "").append(field.is("sort") ? "sort" : "");
            doc.append(" by it.");
        }
        if (field.is("desktop")) {
            doc.append(" QuickBooks Desktop only; never seen in QuickBooks Online.");
        }
        if (field.is("unseen")) {
            doc.append(" In Intuit's schema, but in no documented or recorded answer.");
        }
        return doc.toString();
    }

    private static String limits(Field field) {
        StringBuilder text = new StringBuilder();
        if (field.is("required")) {
            text.append(" Required at create.");
        }
        if (field.is("max")) {
            text.append(" At most ").append(field.flags().get("max")).append(" characters.");
        }
        if (field.is("range")) {
            text.append(" Within ")
                    .append(field.flags().get("range").replace("..", " to "))
                    .append('.');
        }
        if (field.is("plain")) {
            text.append(" No colon, tab or line break.");
        }
        if (field.is("email")) {
            text.append(" Needs an at sign and a dot.");
        }
        if (field.is("to")) {
            text.append(" Points to a ").append(field.flags().get("to")).append('.');
        }
        return text.toString();
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    // ---- builders and patches ----

    private String factories(Type type) {
        String text = fill("""
                    /**
                     * Starts a new one.
                     *
                     * @return an empty builder
                     */
                    public static Builder builder() {
                        return new Builder(null);
                    }

                    /**
                     * Starts a changed copy. Everything that was read is kept, unknown members too$full$.
                     *
                     * @return a builder that holds this one
                     */
                    public Builder toBuilder() {
                        return new Builder(this);
                    }

                """, "full", type.can("full") ? ": what a full update wants" : "");
        if (type.main() == null) {
            return text;
        }
        Field main = type.fields().stream()
                .filter(f -> f.name().equals(type.main()))
                .findFirst()
                .orElseThrow();
        return text + fill("""
                    /**
                     * One that holds only its $name$.
                     *
                     * @param value the $name$; not blank
                     * @return the object
                     * @throws InvalidFieldException if the value is too long
                     */
                    public static $java$ of(String value) {
                        return builder().$method$(value).build();
                    }

                """, "name", main.name(), "java", type.java(), "method", method(main));
    }

    private String setter(Type type, Field field, String owner) {
        String java = javaType(field);
        String call;
        if (field.list()) {
            call = "objects";
            java = "List<" + nestedJava(field) + ">";
        } else if (isObject(field)) {
            call = "object";
        } else {
            call = switch (field.type()) {
                case "text", "decimal", "date", "moment" -> field.type();
                case "int" -> "integer";
                default -> "set";
            };
        }
        java = java.equals("Integer") ? "int" : java.equals("Boolean") ? "boolean" : java;
        boolean checked = field.is("max")
                || field.is("range")
                || field.is("plain")
                || field.is("email")
                || field.is("to")
                || field.is("required");
        return fill(
                """
                        /**
                         * Sets {@link $class$#$name$() $json$}.$limits$
                         *
                         * @param value the value
                         * @return this
                $throws$         */
                        public $owner$ $name$($java$ value) {
                            draft.$call$($constant$, value);
                            return this;
                        }

                """,
                "class",
                type.java(),
                "name",
                method(field),
                "json",
                field.name(),
                "limits",
                limits(field),
                "throws",
                checked ? "         * @throws InvalidFieldException if the value breaks a limit\n" : "",
                "owner",
                owner,
                "java",
                java,
                "call",
                call,
                "constant",
                field.at());
    }

    private String builder(Type type) {
        StringBuilder setters = new StringBuilder();
        for (Field field : type.fields()) {
            if (field.settable()) {
                setters.append(setter(type, field, "Builder"));
            }
        }
        return fill("""
                    /** Builds a {@link $java$}. Fields that QuickBooks sets itself have no setter. Not thread-safe. */
                    public static final class Builder {
                        private final Draft draft;

                        private Builder(@Nullable $java$ base) {
                            this.draft = new Draft(OBJECT, base);
                        }

                $setters$        /**
                         * Sets a member of any name, for what this library does not know.
                         *
                         * @param jsonName the name as QuickBooks writes it
                         * @param json one JSON value
                         * @return this
                         * @throws InvalidFieldException if the text is not one JSON value
                         */
                        public Builder raw(String jsonName, String json) {
                            draft.raw(jsonName, json);
                            return this;
                        }

                        /**
                         * Takes a member out, so that it is not sent; a full update then resets it.
                         *
                         * @param jsonName the name as QuickBooks writes it
                         * @return this
                         */
                        public Builder without(String jsonName) {
                            draft.remove(jsonName);
                            return this;
                        }

                        /**
                         * Builds the object.
                         *
                         * @return the object
                         * @throws InvalidFieldException if a required field is missing
                         */
                        public $java$ build() {
                            return draft.build(OBJECT);
                        }
                    }

                """, "setters", setters.toString(), "java", type.java());
    }

    private static String patches(Type type) {
        return fill("""
                    /**
                     * Starts a sparse update of this record.
                     *
                     * @return an empty patch with this record's id and sync token
                     * @throws InvalidFieldException if this record has no id or sync token
                     */
                    public Patch patch() {
                        return new Patch(EntityPatch.idOf(this), EntityPatch.syncTokenOf(this), new Draft(OBJECT, null));
                    }

                    /**
                     * Starts a sparse update of a record.
                     *
                     * @param id the id of the record, digits
                     * @param syncToken its sync token, digits
                     * @return an empty patch
                     * @throws InvalidFieldException if one of them is not digits
                     */
                    public static Patch patch(String id, String syncToken) {
                        return new Patch(id, syncToken, new Draft(OBJECT, null));
                    }

                """);
    }

    /** What the draft sends for a cleared field, and what is known of it. */
    private static String clears(Type type, Field field) {
        String link = "{@link " + type.java() + "#" + method(field) + "() " + field.name() + "}";
        return field.type().equals("text") && !field.list()
                ? "Clears " + link + " by an empty text."
                : "Sends {@code null} for " + link + ", which may clear nothing: see {@link EntityPatch}.";
    }

    private String patch(Type type) {
        StringBuilder setters = new StringBuilder();
        for (Field field : type.fields()) {
            if (field.patchable()) {
                setters.append(setter(type, field, "Patch"));
                setters.append(
                        field.is("required") || field.is("kept")
                                ? ""
                                : fill(
                                        """
                                /**
                                 * $clears$
                                 *
                                 * @return this
                                 */
                                public Patch clear$upper$() {
                                    draft.clear($constant$);
                                    return this;
                                }

                        """,
                                        "clears",
                                        clears(type, field),
                                        "upper",
                                        upper(method(field)),
                                        "constant",
                                        field.at()));
            }
        }
        return fill("""
                    /** A sparse update of a {@link $java$}; see {@link EntityPatch}. */
                    public static final class Patch extends EntityPatch<$java$> {
                        private Patch(String id, String syncToken, Draft draft) {
                            super(TYPE, id, syncToken, draft);
                        }

                $setters$        /**
                         * Sets a member of any name, for what this library does not know.
                         *
                         * @param jsonName the name as QuickBooks writes it
                         * @param json one JSON value
                         * @return this
                         * @throws InvalidFieldException if the text is not one JSON value
                         */
                        public Patch raw(String jsonName, String json) {
                            draft.raw(jsonName, json);
                            return this;
                        }

                        @Override
                        public Patch withSyncToken(String newSyncToken) {
                            return new Patch(id(), newSyncToken, draft.copy());
                        }
                    }

                """, "setters", setters.toString(), "java", type.java());
    }

    // ---- query fields and registry ----

    private String queryFields(Type type) {
        StringBuilder fields = new StringBuilder();
        for (Field field : type.fields()) {
            if (field.is("where") || field.is("sort")) {
                String java = isObject(field) ? "String" : javaType(field);
                String kind = !field.is("sort") ? "FilterField" : field.is("where") ? "QueryField" : "SortField";
                fields.append(queryField(type, kind, field.name(), field.name(), java));
            }
        }
        for (String name : List.of("CreateTime", "LastUpdatedTime")) {
            fields.append(queryField(type, "QueryField", "MetaData" + name, "MetaData." + name, "OffsetDateTime"));
        }
        return fill("""
                    /** The fields that a query for {@link $java$} may name (QuickBooks fact E2.16). */
                    public static final class Fields {
                $fields$        private Fields() {}
                    }
                """, "fields", fields.toString(), "java", type.java());
    }

    private static String queryField(Type type, String kind, String constant, String name, String java) {
        String declared = kind + "<" + type.java() + (kind.equals("SortField") ? ">" : ", " + java + ">");
        return fill(
                """
                        /** {@code $name$}. */
                        public static final $declared$ $constant$ = new QueryField<$type$, $java$>("$name$", $java$.class);

                """,
                "name",
                name,
                "declared",
                declared,
                "constant",
                constant(constant),
                "type",
                type.java(),
                "java",
                java);
    }

    private String registry() {
        List<Type> entities = types.values().stream().filter(Type::entity).collect(Collectors.toList());
        String all = entities.stream().map(t -> t.java() + ".TYPE").collect(Collectors.joining(",\n                "));
        String cases = entities.stream()
                .map(t -> "            case \"" + t.name() + "\" -> Optional.of(" + t.java() + ".TYPE);\n")
                .collect(Collectors.joining());
        return fill("""
                package dev.tieout.qbo.entity;

                import dev.tieout.internal.Given;
                import java.util.List;
                import java.util.Optional;

                /** All kinds of entities. */
                public final class EntityTypes {
                    private EntityTypes() {}

                    /**
                     * All of them, by name.
                     *
                     * @return the types, not to be modified
                     */
                    public static List<EntityType<?>> all() {
                        return List.of(
                                $all$);
                    }

                    /**
                     * The one with this name.
                     *
                     * @param name the name as QuickBooks writes it, for instance {@code Customer}
                     * @return the type; empty for a name this library has no class for
                     */
                    public static Optional<EntityType<?>> byName(String name) {
                        return switch (Given.value("name", name)) {
                $cases$            default -> Optional.empty();
                        };
                    }
                }
                """, "all", all, "cases", cases);
    }
}
