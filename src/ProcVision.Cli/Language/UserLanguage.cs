using System.Globalization;
using System.Runtime.InteropServices;

namespace ProcVision.Cli;

/// <summary>
/// The language of the tool's messages: that of <c>--lang</c>, else that of the system where it is Chinese or another known one, which then gets English;
/// where the system names none, as a container does, it is Chinese, the platform's own.
/// </summary>
internal static partial class UserLanguage
{
    public const string Option = "--lang";
    public const string Chinese = "zh";
    public const string English = "en";

    /// <summary>In the order of POSIX: the first that is set counts, also when it names no language.</summary>
    private static readonly string[] Locales = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Sets it for the whole process. It is asked for before the command line is parsed, because help and complaints are texts as well.</summary>
    public static void Use(IReadOnlyList<string> arguments)
    {
        // The name the resources of System.CommandLine have; no data of the system is needed for it.
        var culture = CultureInfo.GetCultureInfo((Asked(arguments) ?? OfSystem()) == English ? "en" : "zh-Hans");
        CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentUICulture = culture;
    }

    /// <summary>What the words of the command line ask for; null for nothing, or for nothing we have: the parser complains of that.</summary>
    internal static string? Asked(IReadOnlyList<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            string? value = arguments[i] == Option && i + 1 < arguments.Count ? arguments[i + 1]
                : arguments[i].StartsWith(Option + "=", StringComparison.Ordinal) || arguments[i].StartsWith(Option + ":", StringComparison.Ordinal)
                    ? arguments[i][(Option.Length + 1)..]
                    : null;
            if (value is Chinese or English)
                return value;
        }

        return null;
    }

    /// <summary>The language of a locale as <c>en_GB.UTF-8</c> or <c>zh_CN</c>; null for <c>C</c>, <c>POSIX</c> and nothing, which name none.</summary>
    internal static string? OfLocale(string? locale)
    {
        string name = (locale ?? "").Split('.', '@', '_', '-')[0].ToLowerInvariant();
        return name switch
        {
            "" or "c" or "posix" => null,
            Chinese => Chinese,
            _ => English,
        };
    }

    private static string? OfSystem() => OperatingSystem.IsWindows()
        ? OfWindows(GetUserDefaultUILanguage())
        : OfLocale(Locales.Select(Environment.GetEnvironmentVariable).FirstOrDefault(static value => !string.IsNullOrEmpty(value)));

    /// <summary>The lower ten bits of a Windows language are the language, the others its country.</summary>
    private static string OfWindows(ushort language) => (language & 0x3FF) == 0x04 ? Chinese : English;

    [LibraryImport("kernel32.dll")]
    private static partial ushort GetUserDefaultUILanguage();
}
