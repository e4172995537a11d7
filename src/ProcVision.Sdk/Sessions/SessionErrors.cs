using System.Globalization;

namespace ProcVision;

/// <summary>The reasons why a session value is refused: they become the message of the call's result, so they name key, cause and cure.</summary>
internal static class SessionErrors
{
    internal static SessionException WrongType(string key, string stored, string asked) =>
        new($"会话键 '{key}' 的值是 {stored}，不能作为 {asked} 使用；请改用 {stored}");

    internal static SessionException StoredNull(string key, string asked) =>
        new($"会话键 '{key}' 的值是 null，不能作为 {asked} 读取；请用 {asked}? 读取或先写入值");

    internal static SessionException NotNullable(string key, string type) =>
        new($"会话键 '{key}' 的类型是 {type}，不能存 null；请用 Delete 删除或把属性声明为 {type}?");

    internal static SessionException NotFinite(string key, double value) =>
        new(string.Create(CultureInfo.InvariantCulture, $"会话键 '{key}' 的值是 {value}，没有 JSON 形式；请先检查再存储"));

    internal static SessionException HalfCharacter(string key) =>
        new($"会话键 '{key}' 的 char 是半个代理对，没有 JSON 形式；请存 string");

    internal static SessionException Unsupported(string key, string type) =>
        new($"会话键 '{key}' 的类型 {type} 不能存入会话；可用 bool、整数、float、double、decimal、string、char、Guid、日期时间、Rect 及其可空、数组、List、ImmutableArray、Dictionary<string,T> 形式，自己的类型请标记 [SessionValue] 或声明为 [Session] 属性");

    /// <summary>No room for what a value needs beside what it has: the old value is only given up when the new one is there.</summary>
    internal static SessionException Full(string key, long needed, long free, long largest) => new(string.Create(CultureInfo.InvariantCulture,
        $"会话空间不足: 键 '{key}' 需要 {needed} 字节，剩余 {free} 字节（最大连续 {largest} 字节）；请删除不用的键或只存结果"));

    internal static SessionException TooLong(string key, int needed, int capacity) =>
        new(string.Create(CultureInfo.InvariantCulture, $"会话键 '{key}' 的值需要 {needed} 字节，容量 {capacity} 字节；请缩短内容或加大 [MaxBytes]"));

    internal static SessionException KeyTooLong(string key, int needed) => new(string.Create(CultureInfo.InvariantCulture,
        $"会话键 '{key.AsSpan(0, Math.Min(key.Length, 40))}…' 有 {needed} 字节，最多 {RegionFormat.LongestKey} 字节；请缩短键名"));

    internal static SessionException Invalid(string key, string type) =>
        new($"会话键 '{key}' 中由其他进程写入的内容不是有效的 {type}；请重新写入或用 Delete 删除");

    internal static SessionException Ended(string key) =>
        new($"会话已结束，键 '{key}' 不能再读写；请只在检测流程之内使用 Session");

    internal static SessionException OtherLayout(string bound, string asked) =>
        new($"会话已按 {bound} 使用，不能再按 {asked} 使用；一个检测流程只能有一种会话类型");
}
