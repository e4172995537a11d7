using ProcVision.CompilerServices;

namespace ProcVision.SessionValues.Tests;

/// <summary>A region as a Runner gives it to an algorithm, and to the next process of the algorithm.</summary>
internal sealed class Region : IDisposable
{
    private readonly PrivateMemory _memory = PrivateMemory.Create(1024 * 1024);
    private readonly uint _generation;

    internal Region()
    {
        Register();
        RegionOwner.Format(_memory);
        _generation = RegionOwner.Begin(_memory, new RegionIdentity("s-1", "p001", "values", default));
        Session = AttachAnew();
    }

    internal Session Session { get; private set; }

    /// <summary>What an algorithm does when it starts.</summary>
    internal static void Register() => SessionCodecs.Register(ProcVisionTable.SessionValues);

    /// <summary>The session as another process finds it.</summary>
    internal Session AttachAnew() => Session = new Session("s-1", SessionContext.Empty, SessionStore.Attach(_memory, _generation));

    /// <summary>A value as whoever looks at the region sees it, without the author's types.</summary>
    internal StoredValue Read(string key) => RegionReader.Read(_memory).Values.Single(v => v.Key == key);

    public void Dispose() => _memory.Dispose();
}
