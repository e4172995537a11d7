using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What it takes to publish natively for another machine than this one: between the processors of Linux a cross compiler, between systems nothing helps.</summary>
internal static class ForeignToolchain
{
    /// <exception cref="BadInputException">It is not here; the message says what to install, or where to run instead.</exception>
    public static void Check(string rid)
    {
        string here = NativeFolder.OfThisMachine;
        if (rid == here)
            return;
        if (SystemOf(rid) != SystemOf(here))
        {
            throw new BadInputException(Words.Of(
                $"在 {here} 上无法生成 {rid} 的原生程序：请在 {rid} 的机器上运行 procvision package --rid {rid}",
                $"A native program for {rid} cannot be made on {here}: run procvision package --rid {rid} on such a machine"), ToolCode.Toolchain);
        }

        if (PrefixOf(rid) is { } prefix && !IsOnPath(prefix + "gcc"))
        {
            throw new BadInputException(Words.Of(
                $"没有 {rid} 的交叉编译器 {prefix}gcc。Debian/Ubuntu: apt-get install gcc-{prefix.TrimEnd('-')}；或在 {rid} 的机器上运行",
                $"There is no cross compiler for {rid}, {prefix}gcc. Debian/Ubuntu: apt-get install gcc-{prefix.TrimEnd('-')}; or run this on a {rid} machine"), ToolCode.Toolchain);
        }
    }

    /// <summary>What <c>dotnet publish</c> must be told.</summary>
    /// <param name="rid">For what machine.</param>
    /// <param name="folder">For the script that stands before the compiler: of this process's own.</param>
    public static string[] PropertiesFor(string rid, string folder) => rid != NativeFolder.OfThisMachine && PrefixOf(rid) is { } prefix
        ? [$"-p:CppCompilerAndLinker={Linker(prefix, folder)}", $"-p:ObjCopyName={prefix}objcopy"]
        : [];

    /// <summary>NativeAOT names the target as clang wants it; a gcc is for one target, and refuses to be told.</summary>
    private static string Linker(string prefix, string folder)
    {
        string script = Path.Combine(Directory.CreateDirectory(folder).FullName, prefix + "gcc");
        File.WriteAllText(script, $$"""
            #!/bin/sh
            for argument do
              shift
              case $argument in --target=*) ;; *) set -- "$@" "$argument" ;; esac
            done
            exec {{prefix}}gcc "$@"

            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return script;
    }

    private static string? PrefixOf(string rid) => rid switch
    {
        "linux-arm64" => "aarch64-linux-gnu-",
        "linux-x64" => "x86-64-linux-gnu-",
        _ => null,
    };

    private static string SystemOf(string rid) => rid.Split('-')[0];

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
