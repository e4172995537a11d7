namespace ProcVision.Cli;

/// <summary>The .NET SDK's command.</summary>
internal static class Dotnet
{
    /// <summary>The one that started this process, where one did, else that of the PATH.</summary>
    public static string Path => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
}
