using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>Added to every algorithm class by generated code, so that <c>AlgorithmTest.Start&lt;T&gt;</c> needs no reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IAlgorithm
{
    /// <summary>What the manifest says of this class, and how to make an instance.</summary>
    static abstract AlgorithmDescriptor Descriptor { get; }
}
