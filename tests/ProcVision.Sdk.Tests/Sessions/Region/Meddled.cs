using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>A value of an author whose getters and constructor store into the session themselves.</summary>
internal sealed record Meddled(string Name);

internal sealed class MeddlingCodec(Action meddle) : SessionJsonObjectCodec<Meddled>
{
    public override SessionType Type { get; } = SessionType.Json("ProcVision.Sdk.Tests.Sessions.Region.Meddled");

    public override void Write(SessionJsonWriter json, Meddled value)
    {
        meddle();
        json.Value(value.Name);
        meddle();
    }

    public override Meddled Read(ref SessionJsonReader json)
    {
        meddle();
        return new Meddled(json.Text());
    }
}
