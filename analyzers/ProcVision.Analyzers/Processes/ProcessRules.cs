using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Processes;

/// <summary>Rules about the process of an algorithm, which is not its own: its streams, its end, and what all of its code shares.</summary>
internal static class ProcessRules
{
    public static readonly DiagnosticDescriptor Output = Rule.Create(
        "PV4001",
        "An algorithm prints to the console",
        "'{0}' prints nothing that a host reads as output, because stdout carries the protocol and the text lands on stderr among the log lines, without level, time and step. "
            + "Write '{1}'.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Input = Rule.Create(
        "PV4002",
        "An algorithm reads from the console",
        "'{0}' finds no input, because stdin carries the protocol and is empty for everybody else. Take what is needed from the step's Params or from an asset of the manifest.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor EarlyOutput = Rule.Create(
        "PV4003",
        "Something is printed before the protocol has stdout",
        "'{0}' runs in {1}, before the host has taken stdout, and one byte there makes the platform lose the handshake. Move the line into Setup and write 'context.Log.Info(…)'.");

    public static readonly DiagnosticDescriptor Exit = Rule.Create(
        "PV4004",
        "An algorithm ends its process",
        "'{0}' ends the process before the call is answered, and the host counts a crash. Return a result with Error(…), or throw a FatalException where the process cannot go on.");

    public static readonly DiagnosticDescriptor Kill = Rule.Create(
        "PV4005",
        "An algorithm kills its process",
        "'{0}' kills the algorithm's own process, without an answer and without Teardown. Throw a FatalException, after which the host starts another process.");

    public static readonly DiagnosticDescriptor ReflectionJson = Rule.Create(
        "PV4006",
        "JSON is read or written by reflection",
        "'JsonSerializer.{0}' finds the members of '{1}' by reflection, which works until the algorithm is published as a native executable and throws InvalidOperationException there. "
            + "Declare a JsonSerializerContext with [JsonSerializable(typeof({1}))] and give its type info to {0}.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor LocalTime = Rule.Create(
        "PV4011",
        "Local time is used",
        "'{0}' depends on the time zone of the station and jumps when summer time begins or ends, while every time of the platform is UTC. "
            + "Write '{1}', or measure durations with Stopwatch.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor RelativePath = Rule.Create(
        "PV4013",
        "A file is looked for in the working directory",
        "The path '{0}' starts at the working directory, which every host chooses differently. "
            + "A file that is read belongs into required_assets of manifest.json, and its path comes from Assets; what is written has an absolute path, or is published by step.Diagnostics.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor SharedState = Rule.Create(
        "PV4015",
        "An algorithm changes a setting of the whole process",
        "{0} is changed for all pids and steps of the process and for the host's own code in it, and stays changed. {1}.",
        DiagnosticSeverity.Warning);
}
