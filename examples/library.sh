# Sourced by the examples that are built outside the reactor: builds the library where it is stale, and puts it, as a host would
# get it, into a repository of the example's own: $repository, read by Maven with $settings. Wants $here and $root.
repository="$here/target/repository"
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
modules="sdk-core sdk-matching sdk-qbo sdk-testkit"

stale() {
    for module in $modules; do
        jar="$root/$module/target/$module-$version.jar"
        [ -f "$jar" ] || return 0
        [ -z "$(find "$root/pom.xml" "$root/$module/pom.xml" "$root/$module/src/main" -newer "$jar" -print | head -n 1)" ] || return 0
    done
    [ ! -f "$root/sdk-testkit/target/fake-quickbooks.jar" ]
}

install() { # ARTIFACT POM [JAR]
    folder="$repository/dev/tieout/$1/$version"
    mkdir -p "$folder"
    cp "$2" "$folder/$1-$version.pom"
    [ $# -lt 3 ] || cp "$3" "$folder/$1-$version.jar"
}

if stale; then
    echo "building the library (a minute or two) ..." >&2
    mvn -B -q -f "$root/pom.xml" -pl sdk-core,sdk-matching,sdk-testkit,sdk-qbo package \
        -Dmaven.test.skip -Dmaven.javadoc.skip -Dmaven.source.skip -Djacoco.skip -Dspotless.check.skip \
        -Denforcer.skip -Dmdep.analyze.skip >&2
fi
rm -rf "$repository/dev/tieout"
install tieout-parent "$root/pom.xml"
install tieout-bom "$root/tieout-bom/pom.xml"
for module in $modules; do
    install "$module" "$root/$module/pom.xml" "$root/$module/target/$module-$version.jar"
done

# What your repository already has is copied from there, not fetched again.
mine="$HOME/.m2/repository"
mkdir -p "$mine"
settings="$here/target/settings.xml"
cat > "$settings" <<XML
<settings>
  <profiles>
    <profile>
      <id>already-here</id>
      <repositories>
        <repository>
          <id>already-here</id>
          <url>file://$mine</url>
          <releases><checksumPolicy>ignore</checksumPolicy></releases>
          <snapshots><enabled>false</enabled></snapshots>
        </repository>
      </repositories>
      <pluginRepositories>
        <pluginRepository>
          <id>already-here</id>
          <url>file://$mine</url>
          <releases><checksumPolicy>ignore</checksumPolicy></releases>
          <snapshots><enabled>false</enabled></snapshots>
        </pluginRepository>
      </pluginRepositories>
    </profile>
  </profiles>
  <activeProfiles><activeProfile>already-here</activeProfile></activeProfiles>
</settings>
XML
