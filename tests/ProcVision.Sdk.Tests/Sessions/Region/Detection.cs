namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>A region as an algorithm has it from its Runner, without the process between them.</summary>
internal sealed unsafe class Detection
{
    private readonly string _id;

    internal Detection(int size = RegionFormat.DefaultSize, string id = "s-1")
    {
        _id = id;
        Memory = PrivateMemory.Create(size);
        RegionOwner.Format(Memory);
        Session = Begin();
    }

    internal PrivateMemory Memory { get; }

    internal RegionHeader* Header => (RegionHeader*)Memory.Start;

    internal uint Generation { get; private set; }

    internal Session Session { get; private set; }

    internal Span<byte> Bytes => new(Memory.Start, Memory.Size);

    /// <summary>The next detection in the same memory.</summary>
    internal Session Begin()
    {
        Generation = RegionOwner.Begin(Memory, new RegionIdentity(_id, "p001", "demo", default));
        return Attach();
    }

    /// <summary>Another process comes to the same detection: it knows nothing but the memory.</summary>
    internal Session Attach() => Session = new Session(_id, SessionContext.Empty, SessionStore.Attach(Memory, Generation));

    /// <summary>Why another process would not come to it.</summary>
    internal string Refusal(Action<Session>? use = null) => Assert.Throws<SessionRegionException>(() =>
    {
        var session = Attach();
        use?.Invoke(session);
    }).Message;

    /// <summary>Where some bytes are, in the body.</summary>
    internal int Find(ReadOnlySpan<byte> bytes) => RegionFormat.BodyAt + Bytes[RegionFormat.BodyAt..].IndexOf(bytes);
}
