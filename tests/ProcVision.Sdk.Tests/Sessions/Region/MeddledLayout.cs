using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>A session with one property of the meddling type.</summary>
internal static class MeddledLayout
{
    internal const int Capacity = 60;

    internal static SessionLayout Of(MeddlingCodec codec) => new(
        "Meddling",
        136,
        [new SessionSlot("Name", "Meddled", SessionSlotForm.Coded, 0, Capacity, codec.Type) { Codec = codec }]);

    internal static void Store(Session session, MeddlingCodec codec, string name) => session.Bind(Of(codec)).Write(0, Capacity, codec, new Meddled(name));
}
