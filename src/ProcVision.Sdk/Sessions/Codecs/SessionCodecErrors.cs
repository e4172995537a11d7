using System.Globalization;

namespace ProcVision;

/// <summary>
/// The reasons why a value has no stored form, or stored bytes are no value: they become the message of the call's result, so they name key, path,
/// cause and cure.
/// </summary>
internal static class SessionCodecErrors
{
    private const string Rewrite = "请用写入时的类型读取，或 Delete 后重新写入";

    internal static SessionException Null(string key, string path, string type) =>
        At(key, path, $"是 null，而 {type} 不允许 null；请赋值，或声明为可空");

    internal static SessionException NotMade(string key, string path, string type) =>
        At(key, path, $"是 default({type})，没有内容；请用 [] 表示空");

    internal static SessionException NotFinite(string key, string path, double value) =>
        At(key, path, string.Create(CultureInfo.InvariantCulture, $"是 {value}，没有 JSON 形式；请先检查再存储"));

    internal static SessionException HalfCharacter(string key, string path, int index) =>
        At(key, path, string.Create(CultureInfo.InvariantCulture, $"的文本在第 {index} 个字符处有不完整的代理对，无法存储；请先修正文本"));

    internal static SessionException Derived(string key, string path, string type, string declared) =>
        At(key, path, $"是派生类型 {type}，声明为 {declared}，存储会丢失其余成员；请存 {declared} 本身，或用 [SessionValue(Context = …)]");

    internal static SessionException TooDeep(string key, string path, int depth) =>
        At(key, path, $"嵌套超过 {depth} 层，可能循环引用；请用序号或键代替引用");

    internal static SessionException TooLarge(string key, string path, int limit) =>
        At(key, path, $"超过 {limit} 字节；请只存结果");

    internal static SessionException Refused(string key, string path, string type, Exception cause) =>
        At(key, path, $"不能由 {type} 的 JsonSerializerContext 写出（{cause.GetType().Name}: {cause.Message}）；请修正该值或其上下文", cause);

    internal static SessionException WrongSize(string key, string type, int found, int needed) =>
        new($"会话键 '{key}' 的数据有 {found} 字节，而 {type} 是 {needed} 字节；{Rewrite}");

    internal static SessionException NotMultiple(string key, string type, int found, int element) =>
        new($"会话键 '{key}' 的数据有 {found} 字节，不是 {type} 元素大小 {element} 的整数倍；{Rewrite}");

    internal static SessionException Missing(string key, string path, string type, string member) =>
        At(key, path, $"缺少 {type} 的成员 '{member}'；{Rewrite}");

    internal static SessionException Unknown(string key, string path, string type, string member) =>
        At(key, path, $"有 {type} 没有的成员 '{member}'；{Rewrite}");

    internal static SessionException Duplicate(string key, string path, string member) =>
        At(key, path, $"有两个成员 '{member}'；{Rewrite}");

    internal static SessionException WrongToken(string key, string path, string found, string type) =>
        At(key, path, $"是 {found}，不能作为 {type} 读取；{Rewrite}");

    internal static SessionException NotFitting(string key, string path, string found, string type) =>
        At(key, path, $"是 {found}，不是 {type} 的值；{Rewrite}");

    internal static SessionException NoName(string key, string path, string found, string type) =>
        At(key, path, $"是 '{found}'，不是 {type} 的名称；{Rewrite}");

    internal static SessionException NotText(string key, string path, Exception cause) =>
        At(key, path, $"的文本不是有效的 Unicode；{Rewrite}", cause);

    internal static SessionException Malformed(string key, string path, Exception cause) =>
        At(key, path, $"不是有效的 JSON（{cause.Message}）；{Rewrite}", cause);

    internal static SessionException Unwanted(string key, string path, Exception cause) =>
        At(key, path, $"被其类型拒绝（{cause.GetType().Name}: {cause.Message}）；{Rewrite}", cause);

    private static SessionException At(string key, string path, string problem, Exception? cause = null) =>
        new($"会话键 '{key}' 的值在 {path} 处{problem}", cause);
}
