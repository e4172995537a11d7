namespace ProcVision;

/// <summary>Why a region is refused: cause and cure.</summary>
internal static class SessionRegionErrors
{
    internal static SessionRegionException Damaged(string what) => new($"会话区域已损坏: {what}；请由 Runner 换一个区域后重试");

    internal static SessionRegionException Foreign(string why) => new($"会话区域被拒绝: {why}；请检查 data.session.state_region");
}
