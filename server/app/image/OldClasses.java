import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;

/**
 * Rewrites class files that are older than Java 6 in the format of Java 8, the code unchanged.
 *
 * <p>The AOT cache takes in no class without stack maps, and they came with Java 6. Picocli is
 * compiled for Java 5: left as it is, every command but {@code lsp} would start slowly.
 */
final class OldClasses {
  private final ClassFile format;

  /**
   * @param libraries finds all classes: where paths of code meet, a stack map names the class that
   *     the values from each path have in common
   */
  OldClasses(ClassLoader libraries) {
    format =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(libraries)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /** {@return the class in a format that can be archived, or the same bytes if it is in one} */
  byte[] modern(byte[] bytes) {
    var model = format.parse(bytes);
    if (model.majorVersion() >= ClassFile.JAVA_6_VERSION) {
      return bytes;
    }
    ClassTransform version =
        ClassTransform.endHandler(
            builder -> builder.with(ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)));
    return format.transformClass(
        model, ClassTransform.transformingMethodBodies(CodeBuilder::with).andThen(version));
  }
}
