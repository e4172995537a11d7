using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>What the manifest says of one algorithm, and how to make an instance. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AlgorithmDescriptor
{
    /// <summary>The contract that the generated code was written for; checked against <see cref="GeneratedContract.Version"/>.</summary>
    public required int Contract { get; init; }

    /// <summary>The simple name of the class: what stands after the colon of <c>entry_point</c>.</summary>
    public required string ClassName { get; init; }

    /// <summary>The manifest's <c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The manifest's <c>version</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Path of manifest.json below the algorithm's root, with <c>/</c>.</summary>
    public required string ManifestPath { get; init; }

    /// <summary>The manifest's <c>supported_pids</c>.</summary>
    public required string[] Pids { get; init; }

    /// <summary>The steps, by index.</summary>
    public required StepDescriptor[] Steps { get; init; }

    /// <summary>The files that the manifest names.</summary>
    public required AssetDescriptor[] Assets { get; init; }

    /// <summary>The typed session's slots; null without <c>[Algorithm(Session = …)]</c>.</summary>
    public required SessionLayout? Session { get; init; }

    /// <summary>The codecs of the types that the keyed door knows beside the built-in ones.</summary>
    public IReadOnlyList<SessionCodec> Values { get; init; } = [];

    /// <summary>Whether the author opted in to calls of the execute-only profile (<see cref="AlgorithmAttribute.ExecuteOnly"/>).</summary>
    public bool ExecuteOnly { get; init; }

    /// <summary>Makes the one instance of the process.</summary>
    public required Func<AlgorithmDispatch> Create { get; init; }
}
