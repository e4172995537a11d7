using System.Text;

namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>A session that ends while the author's code is still making the bytes of a value.</summary>
public sealed class SessionCloseTests
{
    private readonly PrivateMemory _memory = PrivateMemory.Create(RegionFormat.DefaultSize);

    [Fact]
    public void A_value_whose_getters_outlive_the_session_leaves_the_next_detections_alone()
    {
        RegionOwner.Format(_memory);
        var store = SessionStore.Attach(_memory, Begin());
        var hasEnded = false;
        var codec = new MeddlingCodec(() =>
        {
            if (!hasEnded)
            {
                hasEnded = true;
                store.Renew(Begin());
                MeddledLayout.Store(new Session("s-1", SessionContext.Empty, store), new MeddlingCodec(static () => { }), "next");
            }
        });

        var late = Assert.Throws<SessionException>(() => MeddledLayout.Store(new Session("s-1", SessionContext.Empty, store), codec, "late"));

        Assert.Contains("会话已结束", late.Message, StringComparison.Ordinal);
        Assert.Equal(["\"next\""], RegionReader.Read(_memory).Values.Select(value => Encoding.UTF8.GetString(value.Json)));
    }

    private uint Begin() => RegionOwner.Begin(_memory, new RegionIdentity("s-1", "p001", "demo", default));
}
