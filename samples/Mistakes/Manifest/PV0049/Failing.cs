namespace Mistakes.PV0049;

[Algorithm]
public sealed partial class Demo0049
{
}
