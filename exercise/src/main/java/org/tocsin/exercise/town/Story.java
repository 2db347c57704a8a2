package org.tocsin.exercise.town;

import java.util.List;

/**
 * What people call about.
 *
 * @param type the town's own word for the kind, mapped in {@code packs/feeds/generated-day.yaml}
 * @param texts what the caller says; {place} is put in
 * @param again what a second caller says of the same
 * @param units types of units that go, in order
 * @param minutes how long it takes on scene: half of it at least, not quite all of it at most
 * @param endings how it may end
 */
record Story(
    String type,
    int priority,
    List<String> texts,
    String again,
    List<String> units,
    int minutes,
    List<String> endings) {

  static final List<Story> ALL =
      List.of(
          new Story(
              "打架",
              2,
              List.of("{place}有两个人打起来了，一个人脸上出血。", "烧烤摊上有人打架，在{place}，快来。"),
              "{place}这边打架了，围了好多人。",
              List.of("巡逻车组", "派出所处警组"),
              14,
              List.of("调解处理", "受案办理")),
          new Story(
              "聚众斗殴",
              1,
              List.of("{place}十几个人拿着凳子打起来了！"),
              "{place}好多人在打群架，有人倒地上了。",
              List.of("巡逻车组", "特警", "巡逻车组"),
              25,
              List.of("受案办理")),
          new Story(
              "盗窃",
              3,
              List.of("我停在{place}的电动车电瓶被偷了。", "在{place}手机被人扒走了，人刚跑。"),
              "",
              List.of("巡逻车组"),
              16,
              List.of("受案办理", "未找到现场")),
          new Story(
              "电信诈骗",
              2,
              List.of("我妈接了个自称公安的电话，刚转了三万八，她在{place}。", "刷单被骗了五千多，我在{place}，怎么办？"),
              "",
              List.of("派出所处警组"),
              22,
              List.of("受案办理")),
          new Story(
              "交通事故",
              2,
              List.of("{place}小轿车撞了骑电动车的，人坐在地上说腿疼。"),
              "{place}出车祸了，路堵住了。",
              List.of("交警车组", "巡逻车组"),
              18,
              List.of("现场处置完毕")),
          new Story(
              "剐蹭",
              3,
              List.of("{place}两辆车蹭了，谁也不让，后面堵了一串。"),
              "{place}堵死了，前面两辆车停着不动。",
              List.of("交警车组"),
              10,
              List.of("现场处置完毕", "调解处理")),
          new Story(
              "纠纷",
              3,
              List.of("{place}楼上楼下因为漏水吵得厉害，要动手了。", "{place}老板不退押金，我们在店里吵起来了。"),
              "",
              List.of("派出所处警组"),
              20,
              List.of("调解处理")),
          new Story(
              "噪音",
              4,
              List.of("{place}广场舞音响太大，孩子明天考试。", "{place}半夜装修，电钻响个不停。"),
              "{place}太吵了，没人管吗？",
              List.of("巡逻车组"),
              7,
              List.of("现场处置完毕")),
          new Story(
              "老人走失",
              2,
              List.of("我父亲八十一岁，有点糊涂，下午从{place}出门到现在没回来，穿灰色外套。"),
              "",
              List.of("巡逻车组", "派出所处警组"),
              28,
              List.of("救助完毕")),
          new Story(
              "儿童走失",
              1,
              List.of("孩子在{place}一转身就不见了，六岁，红色书包！"),
              "",
              List.of("巡逻车组", "巡逻车组"),
              15,
              List.of("救助完毕")),
          new Story(
              "求助",
              3,
              List.of("{place}有位老人摔倒起不来，我一个人扶不动。", "我家孩子把自己反锁在屋里了，锅还在火上，{place}。"),
              "{place}地上躺着个老人，没人敢扶。",
              List.of("巡逻车组"),
              9,
              List.of("救助完毕")),
          new Story(
              "醉酒",
              3,
              List.of("{place}有个人喝多了躺在路边，怕出事。"),
              "{place}路中间躺着个人。",
              List.of("巡逻车组"),
              12,
              List.of("救助完毕")),
          new Story(
              "可疑",
              3,
              List.of("{place}有人挨个拉车门，穿黑衣服戴帽子。"),
              "",
              List.of("巡逻车组"),
              8,
              List.of("未找到现场", "受案办理")));

  static final List<String> NUISANCE = List.of("（不说话，背景音乐声）", "（小孩按错，笑着挂断）", "给我讲个笑话吧。");
}
